using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Mail.Api;

/// <summary><c>GET /api/mailboxes</c></summary>
internal static class ReadMailboxes
{
    private static readonly ImmutableArray<string> Counted =
    [
        InboundMailRow.Waiting,
        MailOutcomes.Review,
        MailOutcomes.Refused,
        MailOutcomes.Dead,
    ];

    public static void Map(IEndpointRouteBuilder mailboxes) =>
        mailboxes
            .MapGet("/", List)
            .Needs(Rights.ReadMail)
            .WithName("ListMailboxes")
            .WithSummary("The mailboxes that take e-mail, with what waits and what was not taken")
            .Produces<Page<MailboxShape>>()
            .ProducesProblems(401, 403);

    private static async Task<IResult> List(
        HttpContext context,
        MailboxCatalog catalog,
        FetchStates fetched,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var counts = await db
            .InboundMails.AsNoTracking()
            .Where(row => Counted.Contains(row.State))
            .GroupBy(row => new { row.Mailbox, row.State })
            .Select(rows => new
            {
                rows.Key.Mailbox,
                rows.Key.State,
                Count = rows.Count(),
            })
            .ToListAsync(context.RequestAborted);
        var shown =
            from mailbox in catalog.All.Select(one => one.Mailbox).OrderBy(one => one.Name, StringComparer.Ordinal)
            let state = mailbox.Imap is null ? null : fetched.Find(mailbox.Name)
            select new MailboxShape(
                mailbox.Name,
                mailbox.Title.Text,
                mailbox.Process,
                mailbox.Addresses,
                mailbox.Hash,
                mailbox.Imap is not null,
                state?.At,
                state?.Problem,
                Count(mailbox.Name, InboundMailRow.Waiting),
                Count(mailbox.Name, MailOutcomes.Review),
                Count(mailbox.Name, MailOutcomes.Refused),
                Count(mailbox.Name, MailOutcomes.Dead)
            );
        return TypedResults.Ok(new Page<MailboxShape>([.. shown], null));

        int Count(string mailbox, string state) =>
            counts.Find(count => count.Mailbox == mailbox && count.State == state)?.Count ?? 0;
    }
}
