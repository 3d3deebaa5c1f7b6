using CaseFlow.Engine.Webhooks;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>Webhooks: found, answered, worked on, shown.</summary>
internal static class IncomingSetup
{
    public static void AddIncomingWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<IValidateOptions<HookOptions>, HookOptionsValidator>()
            .AddOptions<HookOptions>()
            .Bind(configuration.GetSection("Hooks"))
            .ValidateOnStart();
        services.AddSingleton<HookSecrets>();
        services.AddSingleton<HookCatalog>();
        services.AddSingleton<HookRequest>();
        services.AddSingleton<HookPeople>();
        services.AddSingleton<HookOpening>();
        services.AddSingleton<HookAsker>();
        services.AddSingleton<HookStarter>();
        services.AddSingleton<HookWorker>();
        services.AddSingleton<HookFolder>();
        services.AddHostedService(provider => provider.GetRequiredService<HookFolder>());
        services.AddSingleton<HookBell>();
        services.AddHostedService(provider => provider.GetRequiredService<HookBell>());
    }

    /// <summary>What people see of webhooks.</summary>
    public static void MapIncomingWebhooks(this IEndpointRouteBuilder api)
    {
        var hooks = api.MapGroup("/hooks").WithTags("Webhooks in");
        ReadHooks.Map(hooks);
        HookDeliveries.Map(hooks);
    }

    /// <summary>What strangers see of them.</summary>
    public static void MapHooks(this IEndpointRouteBuilder app)
    {
        ReceiveHook.Map(app);
        app.MapGet("/schemas/webhook.json", () => Results.Text(WebhookSchema.Json, "application/schema+json"))
            .ExcludeFromDescription();
    }
}
