using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary><c>DELETE /api/subscriptions/{id}/secrets/{secret}</c></summary>
internal static class RemoveSecret
{
    public static void Map(IEndpointRouteBuilder subscriptions) =>
        subscriptions
            .MapDelete("/{id:guid}/secrets/{secret:guid}", Handle)
            .Needs(Rights.ManageSubscriptions)
            .WithName(nameof(RemoveSecret))
            .WithSummary("Sign with this secret no longer")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(401, 403, 404, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        Guid id,
        Guid secret,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var all = await db
            .SubscriptionSecrets.Where(row => row.SubscriptionId == id)
            .ToListAsync(context.RequestAborted);
        if (all.Find(row => row.Id == secret) is not { } found)
        {
            return ApiProblem.NotFound($"The subscription '{id}' has no secret '{secret}'.");
        }

        if (all.Count == 1)
        {
            return new ApiProblem(
                StatusCodes.Status422UnprocessableEntity,
                "last-secret",
                "Nothing is sent without a signature. Add another secret before you remove the last one."
            );
        }

        db.SubscriptionSecrets.Remove(found);
        db.Audit.Add(context.Audited(AuditActions.SecretRemoved, time, $"subscription:{id}", $"secret {secret}"));
        await db.SaveChangesAsync(context.RequestAborted);
        return TypedResults.NoContent();
    }
}
