using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People.SignIn;

/// <summary><c>DELETE /api/keys/{id}</c></summary>
internal static class RevokeKey
{
    public static void Map(IEndpointRouteBuilder keys) =>
        keys.MapDelete("/{id:guid}", Handle)
            .Needs(Rights.KeepKeys)
            .WithName(nameof(RevokeKey))
            .WithSummary("Revoke an API key: the next request with it is refused")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(401, 404);

    private static async Task<IResult> Handle(
        HttpContext context,
        Guid id,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    ) =>
        await Revoke(context, id, databases, time)
            ? TypedResults.NoContent()
            : ApiProblem.NotFound($"There is no key {id}.");

    /// <summary>False where there is no such key for who asks.</summary>
    public static async Task<bool> Revoke(
        HttpContext context,
        Guid id,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        var by = context.Actor();
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (
            await db.ApiKeys.FindAsync([id], context.RequestAborted) is not { } row
            || (row.User != by.User && !by.May(Rights.GiveRights))
        )
        {
            return false;
        }

        if (row.RevokedAt is null)
        {
            row.RevokedAt = time.GetUtcNow();
            row.RevokedBy = by.User;
            db.Audit.Add(context.Audited(AuditActions.KeyRevoked, time, $"key:{id}", $"'{row.Name}' of {row.User}"));
            await db.SaveChangesAsync(context.RequestAborted);
        }

        return true;
    }
}
