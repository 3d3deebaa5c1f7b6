using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Mail;
using CaseFlow.Host.Cases;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Mail;

/// <summary>
/// Finds the case that an e-mail is about: by what it answers, then by a ticket number in its subject. Ticket numbers can be
/// guessed, so they count only for who has to do with the case.
/// </summary>
internal sealed class MailThreading(
    MailThreads threads,
    IGrainFactory grains,
    CaseJournal journal,
    IDbContextFactory<CaseFlowDb> databases
)
{
    private const int MostMerges = 20;

    public async Task<CaseStanding?> Find(IncomingMail mail, CancellationToken cancellation)
    {
        if (await threads.Find(mail.Answers, cancellation) is { } answered && await Read(answered) is { } standing)
        {
            return standing;
        }

        foreach (var ticket in TicketsInSubject.In(mail.Subject))
        {
            if (
                await journal.FindByTicket(ticket, cancellation) is { } id
                && await Read(id.Value) is { } named
                && await HasToDoWith(mail.Sender, id.Value, named.Case, cancellation)
            )
            {
                return named;
            }
        }

        return null;
    }

    /// <summary>The case; where it became part of another one, that one.</summary>
    public async Task<CaseStanding?> Read(Guid id)
    {
        var standing = (await grains.Case(id).Read()).Value;
        for (var step = 0; step < MostMerges && standing?.Case.MergedInto is { } survivor; step++)
        {
            standing = (await grains.Case(survivor.Value).Read()).Value;
        }

        return standing;
    }

    // Its customer or contact, somebody of the same account, or who wrote to it before.
    private async Task<bool> HasToDoWith(string sender, Guid named, Case current, CancellationToken cancellation)
    {
        if (sender.Length == 0)
        {
            return false;
        }

        var (customer, contact, survivor) = (current.Customer, current.Contact, current.Id.Value);
        var searched = CustomerSearch.NameOf(sender);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db
                .Customers.AsNoTracking()
                .AnyAsync(
                    row =>
                        row.SearchEmail == searched
                        && (row.Id == customer || row.Id == contact || row.AccountId == customer),
                    cancellation
                )
            || await db
                .InboundMails.AsNoTracking()
                .AnyAsync(row => row.Sender == sender && (row.CaseId == named || row.CaseId == survivor), cancellation);
    }
}
