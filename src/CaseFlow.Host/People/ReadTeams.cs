using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary><c>GET /api/teams?q=</c> (type-ahead by the beginning of the title), <c>GET /api/teams/{key}</c></summary>
internal static class ReadTeams
{
    public static void Map(IEndpointRouteBuilder teams)
    {
        teams
            .MapGet("/", List)
            .Needs(Rights.ReadPeople)
            .WithName("ListTeams")
            .WithSummary("Find by the first letters of the title or the key")
            .Produces<Page<TeamView>>()
            .ProducesProblems(400, 401);
        teams
            .MapGet("/{key}", Read)
            .Needs(Rights.ReadPeople)
            .WithName("ReadTeam")
            .WithSummary("Read one")
            .Produces<TeamView>()
            .ProducesProblems(401, 404);
    }

    public static ApiProblem NoSuchTeam(string key) => ApiProblem.NotFound($"There is no team '{key}'.");

    /// <param name="user">Only those that this user is in.</param>
    private static async Task<IResult> List(
        string? q,
        string? user,
        int? limit,
        string? cursor,
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        var last = after?.Split('\n', 2) is [var title, var key] ? (title, key) : default((string, string)?);
        if (after is not null && last is null)
        {
            return Paging.BadCursor;
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = db.Teams.AsNoTracking();
        rows = user is null
            ? rows
            : rows.Where(row => db.TeamMembers.Any(member => member.Team == row.Key && member.User == user));
        if (!string.IsNullOrWhiteSpace(q))
        {
            var (from, to) = CustomerSearch.RangeOf(q);
            rows = rows.Where(row =>
                (row.SearchTitle.CompareTo(from) >= 0 && row.SearchTitle.CompareTo(to) < 0) || row.Key.StartsWith(q)
            );
        }

        if (last is var (lastTitle, lastKey))
        {
            rows = rows.Where(row =>
                row.SearchTitle.CompareTo(lastTitle) > 0
                || (row.SearchTitle == lastTitle && row.Key.CompareTo(lastKey) > 0)
            );
        }

        var found = await rows.OrderBy(row => row.SearchTitle)
            .ThenBy(row => row.Key)
            .Take(most + 1)
            .ToListAsync(cancellation);
        var page = Paging.PageOf(found, most, row => $"{row.SearchTitle}\n{row.Key}");
        return TypedResults.Ok(new Page<TeamView>([.. page.Items.Select(TeamView.Of)], page.Next));
    }

    private static async Task<IResult> Read(
        string key,
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Teams.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellation) is { } row
            ? TypedResults.Ok(TeamView.Of(row))
            : NoSuchTeam(key);
    }
}
