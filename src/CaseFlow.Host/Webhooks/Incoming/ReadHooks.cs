using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary><c>GET /api/hooks</c></summary>
internal static class ReadHooks
{
    public static void Map(IEndpointRouteBuilder hooks) =>
        hooks
            .MapGet("/", List)
            .Needs(Rights.ReadHooks)
            .WithName("ListHooks")
            .WithSummary("The webhooks that answer, with what waits and what failed")
            .Produces<Page<HookShape>>()
            .ProducesProblems(401, 403);

    private static async Task<IResult> List(
        HttpContext context,
        HookCatalog catalog,
        HookSecrets secrets,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var counts = await db
            .InboundDeliveries.AsNoTracking()
            .Where(row => row.State == InboundDeliveryRow.Waiting || row.State == HookOutcomes.Dead)
            .GroupBy(row => new { row.Hook, row.State })
            .Select(rows => new
            {
                rows.Key.Hook,
                rows.Key.State,
                Count = rows.Count(),
            })
            .ToListAsync(context.RequestAborted);
        var shown =
            from webhook in catalog.All.Select(hook => hook.Webhook).OrderBy(one => one.Name, StringComparer.Ordinal)
            select new HookShape(
                webhook.Name,
                webhook.Title.Text,
                webhook.Process,
                $"/hooks/{webhook.Path}",
                webhook.Methods,
                Engine.Webhooks.HookSchemes.Of(webhook.Verification.Scheme),
                webhook.Hash,
                webhook.Verification.Secret is not { } secret || !secrets.Find(secret).IsEmpty,
                Count(webhook.Name, InboundDeliveryRow.Waiting),
                Count(webhook.Name, HookOutcomes.Dead)
            );
        return TypedResults.Ok(new Page<HookShape>([.. shown], null));

        int Count(string hook, string state) =>
            counts.Find(count => count.Hook == hook && count.State == state)?.Count ?? 0;
    }
}
