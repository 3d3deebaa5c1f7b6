using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Queues;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Cases;

/// <summary><c>GET /api/cases</c>: filtered, newest first or oldest first, paged by key.</summary>
internal static class ListCases
{
    /// <summary>What to list; everything that is given must hold.</summary>
    /// <param name="Owner">A user, or <c>none</c> for cases that nobody owns.</param>
    /// <param name="Queue">A queue, or <c>none</c> for cases in no queue.</param>
    /// <param name="Q">The beginning of a ticket number, or words of the title.</param>
    /// <param name="Sort"><c>-created</c> (the default) or <c>created</c>.</param>
    public sealed record Query(
        [FromQuery] string? Process,
        [FromQuery] string? State,
        [FromQuery] string? Status,
        [FromQuery] string? Stage,
        [FromQuery] string? Queue,
        [FromQuery] string? Worker,
        [FromQuery] string? Owner,
        [FromQuery] string? Team,
        [FromQuery] Guid? Customer,
        [FromQuery] string? Q,
        [FromQuery] string? Sort,
        [FromQuery] int? Limit,
        [FromQuery] string? Cursor
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/", Handle)
            .WithName(nameof(ListCases))
            .WithSummary("List cases")
            .AsCaseRead()
            .Produces<Page<CaseShape>>();

    private static async Task<IResult> Handle(
        HttpContext context,
        [AsParameters] Query query,
        IDbContextFactory<CaseFlowDb> databases,
        ProcessCatalog processes,
        QueueAccess access,
        CancellationToken cancellation
    )
    {
        if (Paging.Read(query.Limit, query.Cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        if (query.Sort is not (null or "-created" or "created"))
        {
            return ApiProblem.Malformed("'sort' is created or -created.");
        }

        if (query.State is not null && StateNames.Find(query.State) is null)
        {
            return ApiProblem.Malformed("'state' is active, resolved or cancelled.");
        }

        if (after is not null && !Guid.TryParse(after, out _))
        {
            return Paging.BadCursor;
        }

        // What waits in a private queue is listed for its people; any case can still be read.
        var hidden = query.Queue is { } queue
            ? await access.HiddenIn(context.Actor(), queue, cancellation)
            : ImmutableArray<string>.Empty;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = Filter(db.Cases.AsNoTracking(), query).Where(row => !hidden.Contains(row.Process));
        var snapshots = await Page(rows, query.Sort == "created", after)
            .Take(most + 1)
            .Select(row => row.Snapshot)
            .ToListAsync(cancellation);
        var standings = new List<CaseStanding>(snapshots.Count);
        foreach (var snapshot in snapshots)
        {
            var shown = JsonSerializer.Deserialize(snapshot, CaseJson.Stored.Case)!;
            standings.Add(new CaseStanding(shown, await processes.For(shown)));
        }

        var page = Paging.PageOf(standings, most, standing => standing.Case.Id.ToString());
        return Results.Bytes(JsonBytes.Write(page, Write), "application/json");
    }

    private static IQueryable<CaseRow> Filter(IQueryable<CaseRow> rows, Query query)
    {
        rows = query.Process is { } process ? rows.Where(row => row.Process == process) : rows;
        rows = StateNames.Find(query.State) is { } state ? rows.Where(row => row.State == state) : rows;
        rows = query.Status is { } status ? rows.Where(row => row.Status == status) : rows;
        rows = query.Stage is { } stage ? rows.Where(row => row.Stage == stage) : rows;
        rows =
            query.Queue is "none" ? rows.Where(row => row.Queue == null)
            : query.Queue is { } queue ? rows.Where(row => row.Queue == queue)
            : rows;
        rows = query.Worker is { } worker ? rows.Where(row => row.Worker == worker) : rows;
        rows =
            query.Owner is "none" ? rows.Where(row => row.Owner == null && row.Team == null)
            : query.Owner is { } owner ? rows.Where(row => row.Owner == owner)
            : rows;
        rows = query.Team is { } team ? rows.Where(row => row.Team == team) : rows;
        rows = query.Customer is { } customer ? rows.Where(row => row.CustomerId == customer) : rows;
        return query.Q is { Length: > 0 } words ? Search(rows, words) : rows;
    }

    private static IQueryable<CaseRow> Search(IQueryable<CaseRow> rows, string words)
    {
        var pattern = $"%{EscapeLike(words.ToLowerInvariant())}%";
        var ticket = $"{EscapeLike(words)}%";

        // Translated to SQL's lower(), which knows no cultures.
#pragma warning disable CA1304, CA1311, MA0011
        return rows.Where(row =>
            EF.Functions.Like(row.Title.ToLower(), pattern, "\\") || EF.Functions.Like(row.Ticket, ticket, "\\")
        );
#pragma warning restore CA1304, CA1311, MA0011
    }

    private static string EscapeLike(string words) =>
        words
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);

    // Ids are made of the time, so that they sort as cases were created.
    private static IQueryable<CaseRow> Page(IQueryable<CaseRow> rows, bool oldestFirst, string? after)
    {
        Guid? last = after is null ? null : Guid.Parse(after, CultureInfo.InvariantCulture);
        return oldestFirst
            ? (last is { } left ? rows.Where(row => row.Id > left) : rows).OrderBy(row => row.Id)
            : (last is { } right ? rows.Where(row => row.Id < right) : rows).OrderByDescending(row => row.Id);
    }

    private static void Write(Utf8JsonWriter json, Page<CaseStanding> page)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var (shown, process) in page.Items)
        {
            CaseView.Write(json, shown, process);
        }

        json.WriteEndArray();
        json.WriteString("next", page.Next);
        json.WriteEndObject();
    }
}
