using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary><c>GET /api/users?q=</c> (type-ahead by the beginning of the name or the key), <c>GET /api/users/{key}</c></summary>
internal static class ReadUsers
{
    public static void Map(IEndpointRouteBuilder users)
    {
        users
            .MapGet("/", List)
            .Needs(Rights.ReadPeople)
            .WithName("ListUsers")
            .WithSummary("Find by the first letters of the name or the key")
            .Produces<Page<UserView>>()
            .ProducesProblems(400, 401);
        users
            .MapGet("/{key}", Read)
            .Needs(Rights.ReadPeople)
            .WithName("ReadUser")
            .WithSummary("Read one")
            .Produces<UserView>()
            .ProducesProblems(401, 404);
    }

    public static ApiProblem NoSuchUser(string key) => ApiProblem.NotFound($"There is no user '{key}'.");

    /// <param name="team">Only those who are in this team.</param>
    private static async Task<IResult> List(
        string? q,
        string? team,
        bool? active,
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

        var last = after?.Split('\n', 2) is [var name, var key] ? (name, key) : default((string, string)?);
        if (after is not null && last is null)
        {
            return Paging.BadCursor;
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = db.Users.AsNoTracking();
        rows = active is { } isActive ? rows.Where(row => row.IsActive == isActive) : rows;
        rows = team is null
            ? rows
            : rows.Where(row => db.TeamMembers.Any(member => member.Team == team && member.User == row.Key));
        if (!string.IsNullOrWhiteSpace(q))
        {
            var (from, to) = CustomerSearch.RangeOf(q);
            rows = rows.Where(row =>
                (row.SearchName.CompareTo(from) >= 0 && row.SearchName.CompareTo(to) < 0) || row.Key.StartsWith(q)
            );
        }

        if (last is var (lastName, lastKey))
        {
            rows = rows.Where(row =>
                row.SearchName.CompareTo(lastName) > 0 || (row.SearchName == lastName && row.Key.CompareTo(lastKey) > 0)
            );
        }

        var found = await rows.OrderBy(row => row.SearchName)
            .ThenBy(row => row.Key)
            .Take(most + 1)
            .ToListAsync(cancellation);
        var page = Paging.PageOf(found, most, row => $"{row.SearchName}\n{row.Key}");
        return TypedResults.Ok(new Page<UserView>([.. page.Items.Select(UserView.Of)], page.Next));
    }

    private static async Task<IResult> Read(
        string key,
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellation) is { } row
            ? TypedResults.Ok(UserView.Of(row))
            : NoSuchUser(key);
    }
}
