using CaseFlow.Host.Webhooks.Outgoing;
using CaseFlow.Host.Workflows.Api;
using CaseFlow.Host.Workflows.Effects;
using CaseFlow.Host.Workflows.Events;
using CaseFlow.Host.Workflows.Http;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Running;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace CaseFlow.Host.Workflows;

/// <summary>Workflows: found, published, run, and what they want done.</summary>
internal static class WorkflowsSetup
{
    private const int ConnectTries = 3;
    private const int MostRedirects = 5;

    public static void AddWorkflows(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<IValidateOptions<WorkflowOptions>, WorkflowOptionsValidator>()
            .AddOptions<WorkflowOptions>()
            .Bind(configuration.GetSection("Workflows"))
            .ValidateOnStart();
        services
            .AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptionsValidator>()
            .AddOptions<SmtpOptions>()
            .Bind(configuration.GetSection("Mail:Smtp"))
            .ValidateOnStart();
        services.AddSingleton<WorkflowCatalog>();
        services.AddSingleton(provider => new WorkflowMachine(
            provider.GetRequiredService<WorkflowCatalog>(),
            new ExpressionEvaluator(new ScriptLimits()),
            new MachineSettings
            {
                Flowchart = provider.GetRequiredService<IOptions<WorkflowOptions>>().Value.Flowcharts,
            }
        ));
        services.AddSingleton<WorkflowTriggers>();
        services.AddSingleton<WorkflowPublisher>();
        services.AddSingleton<WorkflowFolder>();
        services.AddSingleton<WorkflowAftermath>();
        services.AddSingleton<EventDelivery>();
        services.AddSingleton<HeldRequests>();
        services.AddSingleton<RequestReader>();
        services.AddSingleton<WorkflowEndpoint>();
        services.AddEffects();
        services.AddHostedService(provider => provider.GetRequiredService<WorkflowFolder>());
        services.AddHostedService<WorkflowListener>();
        services.AddHostedService(provider => provider.GetRequiredService<EffectQueue>());
        services.AddHostedService(provider => provider.GetRequiredService<EventDelivery>());
        services.AddHostedService<CaseFollower>();
        services.AddHostedService<WorkflowBell>();
    }

    public static void MapWorkflows(this IEndpointRouteBuilder api)
    {
        var workflows = api.MapGroup("/workflows").WithTags("Workflows");
        ListWorkflows.Map(workflows);
        PublishWorkflow.Map(workflows);
        RunWorkflow.Map(workflows);
        ReadInstances.Map(workflows);
        Incidents.Map(workflows);
        PostEvent.Map(api);
        CompleteTask.Map(api);
    }

    /// <summary>What workflows answer themselves: it says who may ask, not the host.</summary>
    public static void MapWorkflowEndpoints(this IEndpointRouteBuilder app) =>
        app.Map(
                "/workflows/{**path}",
                (HttpContext context, string? path, WorkflowEndpoint endpoint) => endpoint.Answer(context, path ?? "")
            )
            .ExcludeFromDescription();

    private static void AddEffects(this IServiceCollection services)
    {
        services.AddSingleton<EffectQueue>();
        services.AddSingleton<EffectDoer>();
        services.AddSingleton<CaseWorker>();
        services.AddSingleton<CaseWaits>();
        services.AddSingleton<ChildStarter>();
        services.AddSingleton<RequestSender>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<IncidentDesk>();
        services
            .AddHttpClient(RequestSender.Client, LimitAnswers)
            .ConfigurePrimaryHttpMessageHandler(Connections)
            .RemoveAllLoggers()
            .AddResilienceHandler("outside", TryAgain);
    }

    private static void LimitAnswers(IServiceProvider services, HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan; // each try has its own
        client.MaxResponseContentBufferSize = services.GetRequiredService<IOptions<WorkflowOptions>>().Value.MaxBytes;
    }

    // A redirect is followed by a connection of its own, which is guarded like the first.
    private static SocketsHttpHandler Connections(IServiceProvider services) =>
        new()
        {
            MaxAutomaticRedirections = MostRedirects,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = services.GetRequiredService<GuardedConnection>().Connect,
        };

    /// <summary>Tries again where nothing was sent yet; what came of what was sent, the workflow hears.</summary>
    private static void TryAgain(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline,
        ResilienceHandlerContext context
    )
    {
        var options = context.ServiceProvider.GetRequiredService<IOptions<WorkflowOptions>>().Value;
        pipeline.AddTimeout(options.RequestTimeout);
        pipeline.AddRetry(
            new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = ConnectTries - 1,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = tried =>
                    new(
                        tried.Outcome.Exception
                            is HttpRequestException
                            {
                                HttpRequestError: HttpRequestError.ConnectionError
                                    or HttpRequestError.NameResolutionError,
                                InnerException: not AddressNotAllowedException
                            }
                    ),
            }
        );
    }
}
