using CaseFlow.Host.Activities;
using CaseFlow.Host.Bulk;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Cluster;
using CaseFlow.Host.Customers;
using CaseFlow.Host.Entitlements;
using CaseFlow.Host.Health;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Queues;
using CaseFlow.Host.Search;
using CaseFlow.Host.Shell;
using CaseFlow.Host.Sla;
using CaseFlow.Host.Views;
using CaseFlow.Storage;

namespace CaseFlow.Host;

/// <summary>The contents page: each line leads to a feature's folder.</summary>
internal static class CaseFlowHost
{
    /// <param name="args">Settings, as <c>--Storage:Provider PostgreSql</c>.</param>
    /// <param name="adjust">For tests: a clock turned by hand, quieter logs.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.AddCluster();
        builder.Services.AddPeople();
        builder.Services.AddProcesses(builder.Configuration);
        builder.Services.AddCases();
        builder.Services.AddEntitlements();
        builder.Services.AddSla(builder.Configuration);
        builder.Services.AddQueues();
        builder.Services.AddSearch(builder.Configuration);
        builder.Services.AddViews();
        builder.Services.AddBulk();
        builder.Services.AddShell();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseShell();
        app.UseAuthentication();
        app.UseAuthorization();

        var api = app.MapGroup("/api").RequireAuthorization();
        api.MapCases();
        api.MapActivities();
        api.MapSla();
        api.MapSearch();
        api.MapCustomers();
        api.MapEntitlements();
        api.MapPeople();
        api.MapQueues();
        api.MapProcesses();
        api.MapViews();
        api.MapBulk();
        app.MapHealth();
        app.MapShell();
        return app;
    }

    /// <summary>Brings the store and the definitions up to date. The host serves only after it.</summary>
    public static async Task Prepare(this WebApplication app, CancellationToken cancellation)
    {
        await StorageSetup.Prepare(app.Services, cancellation);
        await app.Services.GetRequiredService<ProcessCatalog>().Load(cancellation);
        await app.Services.GetRequiredService<ProcessFolder>().Catch(cancellation);
    }
}
