namespace CaseFlow.Host.Views;

/// <summary>Lists that are built in or saved.</summary>
internal static class ViewsSetup
{
    public static void AddViews(this IServiceCollection services) => services.AddSingleton<SavedViews>();

    public static void MapViews(this IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("/views").WithTags("Views");
        ReadViews.Map(views);
        ChangeViews.Map(views);
    }
}
