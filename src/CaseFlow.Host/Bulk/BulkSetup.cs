namespace CaseFlow.Host.Bulk;

/// <summary>One command for many cases.</summary>
internal static class BulkSetup
{
    public static void AddBulk(this IServiceCollection services)
    {
        services.AddSingleton<BulkAsker>();
        services.AddSingleton<BulkRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<BulkRunner>());
    }

    public static void MapBulk(this IEndpointRouteBuilder api)
    {
        var bulk = api.MapGroup("/bulk").WithTags("Bulk");
        StartBulk.Map(bulk);
        ReadBulk.Map(bulk);
        StreamBulk.Map(bulk);
        ChangeBulk.Map(bulk);
    }
}
