using CaseFlow.Host.Mail;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Webhooks.Incoming;
using CaseFlow.Host.Workflows;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Health;

/// <summary><c>/health/live</c> and <c>/health/ready</c>, for whoever keeps the host running.</summary>
internal static class HealthSetup
{
    /// <param name="Status"><c>ok</c>; <c>degraded</c> where it serves but something wants mending; <c>down</c>.</param>
    /// <param name="Problems">Each line is a sentence or a definition's problem with its place.</param>
    public sealed record Health(string Status, IReadOnlyList<string> Problems);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new Health("ok", []))).WithTags("Health").Produces<Health>();
        app.MapGet("/health/ready", Ready).WithTags("Health").Produces<Health>().Produces<Health>(503);
    }

    private static async Task<IResult> Ready(
        IDbContextFactory<CaseFlowDb> databases,
        ProcessFolder folder,
        FolderScenarios scenarios,
        WorkflowFolder workflows,
        HookCatalog hooks,
        MailboxCatalog mailboxes,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.Database.CanConnectAsync(cancellation))
        {
            var down = new Health("down", ["The database cannot be reached."]);
            return TypedResults.Json(down, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        // A broken file degrades nothing that runs: the version before it goes on. Nor do scenarios stop anything.
        var problems = folder
            .Problems.Values.SelectMany(found => found)
            .Concat(scenarios.Problems)
            .Concat(workflows.States.Values.SelectMany(state => state.Problems))
            .Concat(hooks.Problems)
            .Concat(mailboxes.Problems)
            .Select(problem => problem.ToString())
            .ToList();

        // A webhook or a mailbox without its secret is one that nobody has set up yet: said, and nothing that ran is worse for it.
        var status = problems.Count == 0 ? "ok" : "degraded";
        problems.AddRange(hooks.MissingSecrets.Concat(mailboxes.MissingSecrets).Select(problem => problem.ToString()));
        return TypedResults.Ok(new Health(status, problems));
    }
}
