using System.Security.Cryptography;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>Webhooks out: who is told of events, and what came of telling them.</summary>
internal static class OutgoingSetup
{
    // One failure among many tries is no reason to leave an endpoint alone.
    private const double FailureRatio = 0.5;

    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ResolveAgainAfter = TimeSpan.FromMinutes(2);

    public static void AddOutgoingWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>()
            .AddSingleton<IValidateOptions<WebhookOptions>, AllowedNetworksValidator>()
            .AddOptions<WebhookOptions>()
            .Bind(configuration.GetSection("Webhooks"))
            .ValidateOnStart();
        services.AddSingleton<Jitter>(() => RandomNumberGenerator.GetInt32(1_000) / 1_000.0);
        services.AddSingleton<NetworkRules>();
        services.AddSingleton<GuardedConnection>();
        services.AddSingleton<SubscriptionSecrets>();
        services.AddSingleton<SubscriptionConditions>();
        services.AddSingleton<SubscriptionRules>();
        services.AddSingleton<SubscriptionList>();
        services.AddSingleton<RetryPauses>();
        services.AddSingleton<DeliveryBell>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<LaneSender>();
        services.AddHostedService<DeliveryMaker>();
        services.AddHostedService<DeliveryDispatcher>();
        services
            .AddHttpClient(WebhookSender.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Connections)
            .RemoveAllLoggers()
            .AddResilienceHandler("endpoint", GuardEndpoint)
            .SelectPipelineBy(_ => request => request.RequestUri!.AbsoluteUri);
    }

    public static void MapOutgoingWebhooks(this IEndpointRouteBuilder api)
    {
        var subscriptions = api.MapGroup("/subscriptions").WithTags("Webhooks");
        CreateSubscription.Map(subscriptions);
        ReadSubscriptions.Map(subscriptions);
        ChangeSubscription.Map(subscriptions);
        AddSecret.Map(subscriptions);
        RemoveSecret.Map(subscriptions);

        var deliveries = api.MapGroup("/deliveries").WithTags("Webhooks");
        ReadDeliveries.Map(deliveries);
        ReplayDeliveries.Map(deliveries);
    }

    // A redirect could lead anywhere, and a proxy would connect in the host's stead: neither is used.
    private static SocketsHttpHandler Connections(IServiceProvider services) =>
        new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = ResolveAgainAfter,
            MaxResponseHeadersLength = 32,
            ConnectCallback = services.GetRequiredService<GuardedConnection>().Connect,
        };

    /// <summary>For each address by itself: it is left alone for a while when it keeps failing, and has so long to answer.</summary>
    private static void GuardEndpoint(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline,
        ResilienceHandlerContext context
    )
    {
        var options = context.ServiceProvider.GetRequiredService<IOptions<WebhookOptions>>().Value;
        pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
        pipeline.AddCircuitBreaker(
            new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = FailureRatio,
                MinimumThroughput = options.RestAfter,
                SamplingDuration = Sampling,
                BreakDuration = options.RestFor,
            }
        );
        pipeline.AddTimeout(options.Timeout);
    }
}
