using System.Globalization;
using System.Linq.Expressions;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Cases;

/// <summary>The one way from a filter and an order to a page of cases: lists, views and bulk jobs all come here.</summary>
internal sealed class CaseList(
    IDbContextFactory<CaseFlowDb> databases,
    ProcessCatalog processes,
    CaseScopes scopes,
    ShownCases shownCases
)
{
    public async Task<IResult> Answer(
        CaseFilter filter,
        string? sort,
        int? limit,
        string? cursor,
        Actor by,
        CancellationToken cancellation
    )
    {
        var (page, problem) = await Page(filter, sort, limit, cursor, by, cancellation);
        return problem ?? (IResult)new JsonAnswer(page!);
    }

    /// <summary>A page as JSON, or why there is none.</summary>
    public async Task<(byte[]? Page, ApiProblem? Problem)> Page(
        CaseFilter filter,
        string? sort,
        int? limit,
        string? cursor,
        Actor by,
        CancellationToken cancellation
    )
    {
        if ((Paging.Read(limit, cursor, out var most, out var after) ?? filter.Check()) is { } problem)
        {
            return (null, problem);
        }

        var (order, wrong) = CaseOrder.Read(sort, filter.Words is not null, after);
        if (wrong is not null)
        {
            return (null, wrong);
        }

        if (!order!.IsReadable)
        {
            return (null, Paging.BadCursor);
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var scope = await scopes.For(by, cancellation);
        var found = await Read(db, filter, order, scope, most + 1, cancellation);
        var page = Paging.PageOf(found, most, listed => order.Cursor(listed.Key, listed.Id));
        var standings = ImmutableArray.CreateBuilder<CaseStanding>(page.Items.Length);
        foreach (var listed in page.Items)
        {
            var shown = shownCases.Read(listed);
            standings.Add(new(shown, await processes.For(shown)));
        }

        return (JsonBytes.Write(new Page<CaseStanding>(standings.MoveToImmutable(), page.Next), CasePage.Write), null);
    }

    /// <summary>The ids of the cases that fit, the oldest first.</summary>
    public async Task<List<Guid>> Ids(
        CaseFlowDb db,
        CaseFilter filter,
        Actor by,
        int most,
        CancellationToken cancellation
    )
    {
        var rows = filter.Apply(db.Cases.AsNoTracking(), await scopes.For(by, cancellation), Subjects(filter));
        rows = filter.Words is { } words ? rows.Matching(db, words) : rows;
        return await rows.OrderBy(row => row.Id).Select(row => row.Id).Take(most).ToListAsync(cancellation);
    }

    public async Task<List<ListedCase>> Read(
        CaseFlowDb db,
        CaseFilter filter,
        CaseOrder order,
        CaseScope scope,
        int most,
        CancellationToken cancellation
    )
    {
        if (order.Name == CaseOrder.Best)
        {
            return await BestOf(db, filter, order, scope, most, cancellation);
        }

        var rows = filter.Apply(db.Cases.AsNoTracking(), scope, Subjects(filter));
        rows = filter.Words is { } words ? rows.Matching(db, words) : rows;
        var listed = order.Name switch
        {
            "created" or "-created" => ByCreation(rows, order),
            "modified" or "-modified" when filter.IsNarrow => ByModification(rows, order),
            "modified" or "-modified" => ByLastChange(db, rows, order),
            CaseOrder.Due => ByDue(rows, order),
            _ => ByPriority(rows, order),
        };
        return await listed.Take(most).ToListAsync(cancellation);
    }

    // Several processes may call a subject the same; where it is not said which, all of them count.
    private HashSet<string> Subjects(CaseFilter filter) =>
        filter.Subject is not { } subject
            ? []
            :
            [
                subject,
                .. processes
                    .All.Values.Where(one => filter.Process is null || filter.Process == one.Process.Key)
                    .SelectMany(one => one.Process.Parts.Subjects.AndBelow(subject)),
            ];

    /// <summary>The tiers of a search, one after the other, until the page is full.</summary>
    private async Task<List<ListedCase>> BestOf(
        CaseFlowDb db,
        CaseFilter filter,
        CaseOrder order,
        CaseScope scope,
        int most,
        CancellationToken cancellation
    )
    {
        var found = new List<ListedCase>();
        var first = (SearchTier)(order.Number ?? 0);
        for (var tier = first; tier <= SearchTier.Anywhere && found.Count < most; tier++)
        {
            var rows = db.Best(filter.Words!, tier, tier == first ? order.Id : null);
            var key = ((int)tier).ToString(CultureInfo.InvariantCulture);
            found.AddRange(
                await filter
                    .Apply(rows.AsNoTracking(), scope, Subjects(filter))
                    .Select(row => new ListedCase
                    {
                        Id = row.Id,
                        Key = key,
                        Version = row.Version,
                        Snapshot = row.Snapshot,
                    })
                    .Take(most - found.Count)
                    .ToListAsync(cancellation)
            );
        }

        return found;
    }

    // Ids are made of the time, so that they sort as cases were created.
    private static IQueryable<ListedCase> ByCreation(IQueryable<CaseRow> rows, CaseOrder order)
    {
        rows =
            order.Id is not { } last ? rows
            : order.IsDescending ? rows.Where(row => row.Id < last)
            : rows.Where(row => row.Id > last);
        rows = order.IsDescending ? rows.OrderByDescending(row => row.Id) : rows.OrderBy(row => row.Id);
        return rows.Select(row => new ListedCase
        {
            Id = row.Id,
            Key = "",
            Version = row.Version,
            Snapshot = row.Snapshot,
        });
    }

    /// <summary>For the cases of a queue, an owner or a customer: all of them are read and put in order.</summary>
    private static IQueryable<ListedCase> ByModification(IQueryable<CaseRow> rows, CaseOrder order)
    {
        if (order is { Id: { } last, Number: { } ticks })
        {
            var at = new DateTimeOffset(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
            rows = order.IsDescending
                ? rows.Where(row => row.ModifiedAt < at || (row.ModifiedAt == at && row.Id < last))
                : rows.Where(row => row.ModifiedAt > at || (row.ModifiedAt == at && row.Id > last));
        }

        rows = order.IsDescending
            ? rows.OrderByDescending(row => row.ModifiedAt).ThenByDescending(row => row.Id)
            : rows.OrderBy(row => row.ModifiedAt).ThenBy(row => row.Id);
        return rows.Select(row => new ListedCase
        {
            Id = row.Id,
            Key = row.ModifiedAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
            Version = row.Version,
            Snapshot = row.Snapshot,
        });
    }

    /// <summary>
    /// For lists of a whole state and more: the outbox has a row for every change, in their order, and the last of a case's is the
    /// one that brought it to its version. No index has to hold a time that every move changes.
    /// </summary>
    private static IQueryable<ListedCase> ByLastChange(CaseFlowDb db, IQueryable<CaseRow> rows, CaseOrder order)
    {
        var changes = db.Outbox.AsNoTracking();
        if (order.Number is { } last)
        {
            changes = order.IsDescending
                ? changes.Where(change => change.Id < last)
                : changes.Where(change => change.Id > last);
        }

        var lasts = changes
            .Join(rows, change => change.CaseId, row => row.Id, (change, row) => new { change, row })
            .Where(pair => pair.row.Version == pair.change.Position + pair.change.Count - 1);
        lasts = order.IsDescending
            ? lasts.OrderByDescending(pair => pair.change.Id)
            : lasts.OrderBy(pair => pair.change.Id);
        return lasts.Select(pair => new ListedCase
        {
            Id = pair.row.Id,
            Key = pair.change.Id.ToString(CultureInfo.InvariantCulture),
            Version = pair.row.Version,
            Snapshot = pair.row.Snapshot,
        });
    }

    /// <summary>
    /// By when the first of their running clocks fails. An active case whose clocks have failed already stands where it failed, so before
    /// all whose time is still to come; those of which no clock runs or failed come last.
    /// </summary>
    private static IQueryable<ListedCase> ByDue(IQueryable<CaseRow> rows, CaseOrder order)
    {
        var never = DateTimeOffset.MaxValue;
        var dated = rows.Select(row => new
        {
            row.Id,
            row.Version,
            row.Snapshot,
            At = row.DueAt ?? (row.State == CaseState.Active ? row.MissedAt : null) ?? never,
        });
        if (order is { Id: { } last, Number: { } ticks })
        {
            var at = new DateTimeOffset(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
            dated = dated.Where(one => one.At > at || (one.At == at && one.Id > last));
        }

        return dated
            .OrderBy(one => one.At)
            .ThenBy(one => one.Id)
            .Select(one => new ListedCase
            {
                Id = one.Id,
                Key = one.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
                Version = one.Version,
                Snapshot = one.Snapshot,
            });
    }

    /// <summary>By the order in which definitions list the choices, the newest of equals first; cases without one stand below all.</summary>
    private IQueryable<ListedCase> ByPriority(IQueryable<CaseRow> rows, CaseOrder order)
    {
        var choices = processes
            .All.Values.SelectMany(published => published.Process.FindField("priority")?.Choices ?? [])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var rank = RankBy(choices);
        if (order is { Id: { } last, Key: { } key })
        {
            var seen = choices.IndexOf(key);
            var beyond = order.IsDescending
                ? Expression.LessThan(rank.Body, Expression.Constant(seen))
                : Expression.GreaterThan(rank.Body, Expression.Constant(seen));
            var row = rank.Parameters[0];
            var equal = Expression.AndAlso(
                Expression.Equal(rank.Body, Expression.Constant(seen)),
                Expression.LessThan(
                    Expression.Property(row, nameof(CaseRow.Id)),
                    Expression.Property(Expression.Constant(new { last }), "last")
                )
            );
            rows = rows.Where(Expression.Lambda<Func<CaseRow, bool>>(Expression.OrElse(beyond, equal), row));
        }

        rows = (order.IsDescending ? rows.OrderByDescending(rank) : rows.OrderBy(rank)).ThenByDescending(row => row.Id);
        return rows.Select(row => new ListedCase
        {
            Id = row.Id,
            Key = row.Priority ?? "",
            Version = row.Version,
            Snapshot = row.Snapshot,
        });
    }

    private static Expression<Func<CaseRow, int>> RankBy(List<string> choices)
    {
        var row = Expression.Parameter(typeof(CaseRow), "row");
        var priority = Expression.Property(row, nameof(CaseRow.Priority));
        Expression rank = Expression.Constant(-1);
        foreach (var (index, choice) in choices.Index())
        {
            rank = Expression.Condition(
                Expression.Equal(priority, Expression.Constant(choice)),
                Expression.Constant(index),
                rank
            );
        }

        return Expression.Lambda<Func<CaseRow, int>>(rank, row);
    }
}
