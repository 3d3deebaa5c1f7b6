using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People.SignIn;

/// <summary><c>GET /api/keys</c></summary>
internal static class ListKeys
{
    public static void Map(IEndpointRouteBuilder keys) =>
        keys.MapGet("/", Handle)
            .Needs(Rights.KeepKeys)
            .WithName(nameof(ListKeys))
            .WithSummary("My API keys, or those of somebody, the newest first")
            .Produces<Page<KeyView>>()
            .ProducesProblems(400, 401, 403);

    /// <param name="user">Whose keys, for admins; <c>*</c> for everybody's. One's own where it is left out.</param>
    private static async Task<IResult> Handle(
        HttpContext context,
        string? user,
        int? limit,
        string? cursor,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        var last = Guid.Empty;
        if (after is not null && !Guid.TryParse(after, out last))
        {
            return Paging.BadCursor;
        }

        var by = context.Actor();
        var owner = user ?? by.User;
        if (owner != by.User && by.WhyNot(Rights.GiveRights) is { } refusal)
        {
            return ApiProblem.Of(refusal);
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var rows = db.ApiKeys.AsNoTracking();
        rows = owner == "*" ? rows : rows.Where(row => row.User == owner);
        rows = after is null ? rows : rows.Where(row => row.Id.CompareTo(last) < 0);
        var found = await rows.OrderByDescending(row => row.Id).Take(most + 1).ToListAsync(context.RequestAborted);
        return TypedResults.Ok(Paging.PageOf([.. found.Select(KeyView.Of)], most, (KeyView key) => key.Id.ToString()));
    }
}
