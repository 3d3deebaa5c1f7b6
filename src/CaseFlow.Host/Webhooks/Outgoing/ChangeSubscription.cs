using CaseFlow.Engine.Cases;
using CaseFlow.Host.Events;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary><c>PATCH /api/subscriptions/{id}</c>, <c>DELETE /api/subscriptions/{id}</c></summary>
internal static class ChangeSubscription
{
    public static void Map(IEndpointRouteBuilder subscriptions)
    {
        subscriptions
            .MapPatch("/{id:guid}", Change)
            .Needs(Rights.ManageSubscriptions)
            .WithName(nameof(ChangeSubscription))
            .WithSummary("Change, pause or resume a subscription; what is left out stays")
            .Accepts<SubscriptionRequest>("application/json")
            .Produces<SubscriptionShape>()
            .ProducesProblems(400, 401, 403, 404, 413);
        subscriptions
            .MapDelete("/{id:guid}", Remove)
            .Needs(Rights.ManageSubscriptions)
            .WithName("RemoveSubscription")
            .WithSummary("Tell this subscription nothing any more, not even what waits")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(401, 403, 404);
    }

    private static async Task<IResult> Change(
        HttpContext context,
        Guid id,
        SubscriptionRules rules,
        SubscriptionSecrets secrets,
        SubscriptionList list,
        DeliveryBell bell,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        var (asked, _, malformed) = await JsonBody.Read(context, SubscriptionRequests.Default.SubscriptionRequest);
        if ((malformed ?? CheckChange(asked!)) is { } no)
        {
            return no;
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await db.Subscriptions.SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted) is not { } row)
        {
            return SubscriptionRules.NoSuchSubscription(id);
        }

        if (rules.Check(asked!, row.Process, row.Condition) is { } wrong)
        {
            return wrong;
        }

        var changed = Changed(row, asked!, secrets) with { ModifiedAt = time.GetUtcNow() };
        db.Entry(row).CurrentValues.SetValues(changed);
        db.Audit.Add(context.Audited(AuditActions.SubscriptionChanged, time, $"subscription:{id}", changed.Name));
        await db.SaveChangesAsync(context.RequestAborted);
        bell.Ring();
        return TypedResults.Ok((await list.Show(db, [changed], context.RequestAborted)).Single());
    }

    private static async Task<IResult> Remove(
        HttpContext context,
        Guid id,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await db.Subscriptions.SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted) is not { } row)
        {
            return SubscriptionRules.NoSuchSubscription(id);
        }

        // Its secrets and its lanes go with it, so that nothing is taken up any more; what was delivered stays to be read.
        db.Subscriptions.Remove(row);
        db.Audit.Add(context.Audited(AuditActions.SubscriptionRemoved, time, $"subscription:{id}", row.Name));
        await db.SaveChangesAsync(context.RequestAborted);
        await db
            .Deliveries.Where(one => one.SubscriptionId == id && one.Status == DeliveryStatus.Waiting)
            .ExecuteDeleteAsync(context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static ApiProblem? CheckChange(SubscriptionRequest asked) =>
        asked.Secret is null
            ? null
            : Needs.Field(
                "secret",
                "Secrets are added by POST /api/subscriptions/{id}/secrets, and the old one removed after."
            );

    private static SubscriptionRow Changed(
        SubscriptionRow row,
        SubscriptionRequest asked,
        SubscriptionSecrets secrets
    ) =>
        row with
        {
            Name = asked.Name?.Trim() ?? row.Name,
            Url = asked.Url ?? row.Url,
            Types = asked.Types is { } types ? EventTypes.Read(types).Types!.ToString() : row.Types,
            Process = asked.Process is { } process ? (process.Length == 0 ? null : process) : row.Process,
            Condition = asked.Condition is { } condition
                ? (string.IsNullOrWhiteSpace(condition) ? null : condition.Trim())
                : row.Condition,
            HeaderNames = asked.Headers is { } names ? string.Join(',', names.Keys) : row.HeaderNames,
            Headers = asked.Headers is { } headers ? secrets.Protect(headers) : row.Headers,
            IsPaused = asked.Status is { } status ? status == SubscriptionShape.Paused : row.IsPaused,
        };
}
