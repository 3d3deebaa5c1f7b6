using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People.Auditing;

/// <summary><c>GET /api/audit</c></summary>
internal static class ReadAudit
{
    /// <param name="By">Who did it; who he said he is, where signing in failed.</param>
    /// <param name="Action">What was done, such as <c>sign-in</c>, <c>roles-set</c> or <c>key-revoked</c>.</param>
    /// <param name="Subject">What it was done to, such as <c>user:ann</c>.</param>
    /// <param name="Address">The address that it was asked from; null for what the host did by itself.</param>
    public sealed record Entry(
        long Id,
        DateTimeOffset At,
        string By,
        string Action,
        string? Subject,
        string? Detail,
        string? Address
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/audit", Handle)
            .Needs(Rights.ReadAudit)
            .WithName(nameof(ReadAudit))
            .WithTags("Audit")
            .WithSummary(
                "Who signed in, and who changed rights, keys, people, definitions and webhooks; the newest first"
            )
            .Produces<Page<Entry>>()
            .ProducesProblems(400, 401, 403);

    /// <param name="from">Only from then on.</param>
    /// <param name="to">Only before then.</param>
    private static async Task<IResult> Handle(
        string? by,
        string? action,
        string? subject,
        DateTimeOffset? from,
        DateTimeOffset? to,
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

        if (action is not null && !AuditActions.All.Contains(action, StringComparer.Ordinal))
        {
            return ApiProblem.Malformed($"'action' is one of {string.Join(", ", AuditActions.All)}.");
        }

        var last = long.MaxValue;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out last))
        {
            return Paging.BadCursor;
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = db.Audit.AsNoTracking().Where(row => row.Id < last);
        rows = by is null ? rows : rows.Where(row => row.By == by);
        rows = action is null ? rows : rows.Where(row => row.Action == action);
        rows = subject is null ? rows : rows.Where(row => row.Subject == subject);
        rows = from is null ? rows : rows.Where(row => row.At >= from);
        rows = to is null ? rows : rows.Where(row => row.At < to);
        var found = await rows.OrderByDescending(row => row.Id).Take(most + 1).ToListAsync(cancellation);
        var page = Paging.PageOf(found, most, row => row.Id.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok(
            new Page<Entry>(
                [
                    .. page.Items.Select(row => new Entry(
                        row.Id,
                        row.At,
                        row.By,
                        row.Action,
                        row.Subject,
                        row.Detail,
                        row.Address
                    )),
                ],
                page.Next
            )
        );
    }
}
