using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Mail;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Activities;

/// <summary><c>GET /api/cases/{id}/activities</c>: calls, tasks, appointments, e-mails and notes, oldest first.</summary>
internal static class ListActivities
{
    /// <param name="State"><c>open</c>, <c>completed</c> or <c>cancelled</c>.</param>
    /// <param name="Visibility"><c>internal</c> or <c>public</c>.</param>
    /// <param name="MergedFrom">The case that it came from by a merge.</param>
    /// <param name="Minutes">How long it took; null while it is open and where it was cancelled.</param>
    /// <param name="Mail">The e-mail that it was, where it came in as one.</param>
    public sealed record Entry(
        Guid Id,
        string Kind,
        string State,
        string Subject,
        string? Text,
        string? Direction,
        string Visibility,
        DateTimeOffset? Due,
        Guid? MergedFrom,
        int? Minutes,
        string AddedBy,
        DateTimeOffset AddedAt,
        string? ClosedBy,
        DateTimeOffset? ClosedAt,
        ActivityMail? Mail
    );

    /// <summary>Who sent the e-mail of an activity, and its files.</summary>
    public sealed record ActivityMail(string From, ImmutableArray<MailFile> Attachments);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}/activities", Handle)
            .Needs(Rights.ReadCases)
            .WithName(nameof(ListActivities))
            .WithSummary("Its calls, tasks, appointments, e-mails and notes")
            .AsCaseRead()
            .Produces<Page<Entry>>();

    private static async Task<IResult> Handle(
        HttpContext context,
        string id,
        CaseDoor door,
        IGrainFactory grains,
        IDbContextFactory<CaseFlowDb> databases,
        string? state,
        int? limit,
        string? cursor
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

        if (await door.Find(context, id) is not { } found || (await grains.Case(found.Value).Read()).Value is null)
        {
            return CaseDoor.NoSuchCase(id);
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var rows = db.Activities.AsNoTracking().Where(row => row.CaseId == found.Value && row.Id.CompareTo(last) > 0);
        var entries = await (state is null ? rows : rows.Where(row => row.State == state))
            .OrderBy(row => row.Id)
            .Take(most + 1)
            .ToListAsync(context.RequestAborted);
        var mails = await MailsOf(db, entries, context.RequestAborted);
        return TypedResults.Ok(
            Paging.PageOf(
                [.. entries.Select(row => Show(row, mails.GetValueOrDefault(row.Id)))],
                most,
                entry => entry.Id.ToString()
            )
        );
    }

    private static async Task<Dictionary<Guid, ActivityMail>> MailsOf(
        CaseFlowDb db,
        IEnumerable<ActivityRow> entries,
        CancellationToken cancellation
    )
    {
        List<Guid> ids =
        [
            .. entries.Where(row => row.Kind == ActivityWords.Of(ActivityKind.Email)).Select(row => row.Id),
        ];
        return ids is []
            ? []
            : await db
                .InboundMails.AsNoTracking()
                .Where(row => ids.Contains(row.Id))
                .Select(row => new
                {
                    row.Id,
                    row.Sender,
                    row.Files,
                })
                .ToDictionaryAsync(
                    row => row.Id,
                    row => new ActivityMail(row.Sender, MailJson.Read(row.Files)),
                    cancellation
                );
    }

    private static Entry Show(ActivityRow row, ActivityMail? mail) =>
        new(
            row.Id,
            row.Kind,
            row.State,
            row.Subject,
            row.Text,
            row.Direction,
            row.IsPublic ? "public" : "internal",
            row.Due,
            row.Origin is null ? null : Guid.Parse(row.Origin.AsSpan(0, 36)),
            row.Minutes,
            row.AddedBy,
            row.AddedAt,
            row.ClosedBy,
            row.ClosedAt,
            mail
        );
}
