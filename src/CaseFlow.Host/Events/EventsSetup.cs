using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Events;

/// <summary>What happens to cases, for whoever follows it: the stream, and what webhooks are made from.</summary>
internal static class EventsSetup
{
    public static void AddEvents(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<IValidateOptions<EventsOptions>, EventsOptionsValidator>()
            .AddOptions<EventsOptions>()
            .Bind(configuration.GetSection("Events"))
            .ValidateOnStart();
        services.AddSingleton<CloudEventWriter>();
        services.AddSingleton<EventFeed>();
        services.AddSingleton<EventTail>();
        services.AddSingleton<EventFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<EventTail>());
    }

    public static void MapEvents(this IEndpointRouteBuilder api) =>
        StreamEvents.Map(api.MapGroup("/events").WithTags("Events"));
}
