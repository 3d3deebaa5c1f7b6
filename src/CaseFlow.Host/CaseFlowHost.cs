using CaseFlow.Host.Activities;
using CaseFlow.Host.Bulk;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Cluster;
using CaseFlow.Host.Customers;
using CaseFlow.Host.Entitlements;
using CaseFlow.Host.Events;
using CaseFlow.Host.Health;
using CaseFlow.Host.Housekeeping;
using CaseFlow.Host.Mail;
using CaseFlow.Host.People;
using CaseFlow.Host.People.SignIn;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Queues;
using CaseFlow.Host.Reports;
using CaseFlow.Host.Search;
using CaseFlow.Host.Shell;
using CaseFlow.Host.Shell.InProcess;
using CaseFlow.Host.Sla;
using CaseFlow.Host.Views;
using CaseFlow.Host.Webhooks.Incoming;
using CaseFlow.Host.Webhooks.Outgoing;
using CaseFlow.Host.Workflows;
using CaseFlow.Storage;

namespace CaseFlow.Host;

/// <summary>The contents page: each line leads to a feature's folder.</summary>
internal static class CaseFlowHost
{
    /// <param name="args">Settings, as <c>--Storage:Provider PostgreSql</c>.</param>
    /// <param name="adjust">For tests: a clock turned by hand, quieter logs.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(PagesSetup.Options(args));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.AddCluster();
        builder.Services.AddPeople(builder.Configuration);
        builder.Services.AddProcesses(builder.Configuration);
        builder.Services.AddCases();
        builder.Services.AddEntitlements();
        builder.Services.AddSla(builder.Configuration);
        builder.Services.AddQueues();
        builder.Services.AddSearch(builder.Configuration);
        builder.Services.AddViews();
        builder.Services.AddBulk();
        builder.Services.AddReports();
        builder.Services.AddIncomingWebhooks(builder.Configuration);
        builder.Services.AddMail(builder.Configuration);
        builder.Services.AddEvents(builder.Configuration);
        builder.Services.AddOutgoingWebhooks(builder.Configuration);
        builder.Services.AddWorkflows(builder.Configuration);
        builder.Services.AddHousekeeping(builder.Configuration);
        builder.Services.AddProtection(builder.Configuration);
        builder.Services.AddShell();
        builder.AddPages();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.Use(app.Services.GetRequiredService<InProcessApi>().Remember);
        app.UseShell();
        app.UseLanguages();
        app.UseRouting();
        app.UseAuthentication();
        app.UsePageRights();
        Limits.Use(app);
        app.UseCrossSiteGuard();
        app.UseAuthorization();
        app.UseRights();
        app.UseAntiforgery();

        var api = app.MapGroup("/api").RequireAuthorization();
        var aboutCases = api.MapGroup("");
        HiddenCases.KeepFrom(aboutCases);
        aboutCases.MapCases();
        aboutCases.MapActivities();
        aboutCases.MapSla();
        aboutCases.MapSearch();
        aboutCases.MapCustomers();
        aboutCases.MapEntitlements();
        api.MapPeople();
        aboutCases.MapQueues();
        api.MapProcesses();
        aboutCases.MapViews();
        api.MapBulk();
        api.MapReports();
        aboutCases.MapIncomingWebhooks();
        app.MapHooks();
        aboutCases.MapMail();
        app.MapMailSchema();
        api.MapEvents();
        api.MapOutgoingWebhooks();
        aboutCases.MapWorkflows();
        app.MapWorkflowEndpoints();
        app.MapHealth();
        OutsideDoor.Map(app);
        app.MapShell();
        app.MapPages();
        return app;
    }

    /// <summary>Brings the store and the definitions up to date. The host serves only after it.</summary>
    public static async Task Prepare(this WebApplication app, CancellationToken cancellation)
    {
        await StorageSetup.Prepare(app.Services, cancellation);
        await app.Services.GetRequiredService<ProcessCatalog>().Load(cancellation);
        await app.Services.GetRequiredService<ProcessFolder>().Catch(cancellation);
        await app.Services.GetRequiredService<WorkflowCatalog>().Load(cancellation);
        await app.Services.GetRequiredService<WorkflowFolder>().Catch(cancellation);
        await app.Services.GetRequiredService<HookFolder>().Catch(cancellation);
        await app.Services.GetRequiredService<MailboxFolder>().Catch(cancellation);
    }
}
