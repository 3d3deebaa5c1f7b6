using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Mail;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Workflows.Effects;
using CaseFlow.Storage;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CaseFlow.Host.Mail;

/// <summary>Finds out what an e-mail means, and has it done: it becomes a case or an activity of one, or is kept with why not.</summary>
internal sealed class MailWorker(
    MailboxCatalog catalog,
    ProcessCatalog processes,
    InboundMails mails,
    MailThreads threads,
    MailThreading threading,
    MailPeople people,
    MailCases cases,
    AutoReplier replier,
    IOptions<MailboxOptions> options,
    IOptions<SmtpOptions> smtp,
    TimeProvider time
)
{
    /// <summary>The e-mail with what came of it. Throws where it may go better another time.</summary>
    /// <param name="isLastTry">What can still be left out is left out.</param>
    public async Task<InboundMailRow> WorkOn(InboundMailRow row, bool isLastTry, CancellationToken cancellation)
    {
        if (row.Size > options.Value.MaxBytes && !row.IsAccepted)
        {
            var why = $"It has {row.Size} bytes; Mail:Incoming:MaxBytes allows {options.Value.MaxBytes}.";
            return row.As(MailOutcomes.Refused, "too-large", why);
        }

        var mailbox =
            catalog.Find(row.Mailbox) ?? throw new MailTrouble($"There is no mailbox '{row.Mailbox}' any more.");
        var process =
            processes.Newest(mailbox.Process)
            ?? throw new MailTrouble($"There is no process '{mailbox.Process}' any more.");
        var content =
            await mails.Content(row.Id, cancellation)
            ?? throw new InvalidOperationException($"E-mail {row.Id} has no content.");
        if (await MailParser.Read(content, cancellation) is not { Mail: var mail })
        {
            return row.As(MailOutcomes.Refused, "not-readable", "It is no e-mail: it has no headers.");
        }

        var work = new MailWork(row, mailbox, process, mail, await WhyAutomatic(row, mailbox, mail, cancellation));
        return await Continued(work, isLastTry, cancellation) ?? await Begun(work, isLastTry, cancellation);
    }

    private async Task<string?> WhyAutomatic(
        InboundMailRow row,
        Mailbox mailbox,
        IncomingMail mail,
        CancellationToken cancellation
    )
    {
        var own = catalog.Addresses;
        if (MailboxAddress.TryParse(smtp.Value.From, out var from))
        {
            own = own.Add(from.Address.ToLowerInvariant());
        }

        if (AutomaticMail.Why(mail, own) is { } why)
        {
            return why;
        }

        var limit = mailbox.SenderLimit;
        return await mails.CountOfSender(row, limit.Within, cancellation) > limit.Most
            ? $"{mail.Sender} sent more than {limit.Most} e-mails within {limit.Within}."
            : null;
    }

    /// <summary>What was begun before the host stopped, or came to another mailbox as well.</summary>
    private async Task<InboundMailRow?> Continued(MailWork work, bool isLastTry, CancellationToken cancellation)
    {
        if (await cases.OpenedBefore(work, cancellation) is { } opened)
        {
            return await Opened(work, opened, isLastTry, cancellation);
        }

        if (await cases.AddedBefore(work, cancellation) is { } added)
        {
            return await Added(work, added, cancellation);
        }

        return
            work.Mail.MessageId is { } id
            && await threads.Find([id], cancellation) is { } elsewhere
            && await threading.Read(elsewhere) is { Case: var known }
            ? work.Row.As(MailOutcomes.Added, "known", "It came to another mailbox as well.") with
            {
                CaseId = known.Id.Value,
            }
            : null;
    }

    private async Task<InboundMailRow> Begun(MailWork work, bool isLastTry, CancellationToken cancellation)
    {
        var about = await threading.Find(work.Mail, cancellation);
        if (about is { Case: var current } && (work.IsAutomatic || !IsTooLate(work.Mailbox, current)))
        {
            var answer = await cases.Add(work, current.Id.Value, isReply: true, cancellation);
            return answer.Case is null
                ? work.Row.As(MailOutcomes.Refused, answer.Code, answer.Detail)
                : await Added(work, current.Id.Value, cancellation);
        }

        return work.IsAutomatic
            ? work.Row.As(MailOutcomes.Automatic, MailOutcomes.Automatic, work.Automatic)
            : await Open(work, isLastTry, cancellation);
    }

    private async Task<InboundMailRow> Open(MailWork work, bool isLastTry, CancellationToken cancellation)
    {
        if (await people.Sender(work, cancellation) is not { } sender)
        {
            return work.Row.As(
                work.Mailbox.UnknownSenders == UnknownSenders.Refuse ? MailOutcomes.Refused : MailOutcomes.Review,
                "unknown-sender",
                work.Mail.Sender.Length == 0
                    ? "It does not say whom it is from."
                    : $"{work.Mail.Sender} is the address of no customer."
            );
        }

        if (
            work.Mailbox.RequiresEntitlement
            && !work.Row.IsAccepted
            && !await people.HasEntitlement(sender.AccountId ?? sender.Id, cancellation)
        )
        {
            var why = $"No entitlement of {sender.Name} holds today.";
            return work.Row.As(MailOutcomes.Refused, "no-entitlement", why);
        }

        var answer = await cases.Open(work, sender, cancellation);
        return answer.Case is { } opened
            ? await Opened(work, opened, isLastTry, cancellation)
            : work.Row.As(MailOutcomes.Refused, answer.Code, answer.Detail);
    }

    /// <summary>What follows when the case is there: each step may be done again.</summary>
    private async Task<InboundMailRow> Opened(
        MailWork work,
        Guid opened,
        bool isLastTry,
        CancellationToken cancellation
    )
    {
        var earlier = (await threading.Find(work.Mail, cancellation))?.Case;
        var isFollowUp = earlier is not null && earlier.Id.Value != opened;
        if (isFollowUp)
        {
            await cases.Note(
                work,
                opened,
                $"This answers {earlier!.Ticket}, which was closed too long ago.",
                cancellation
            );
        }

        await cases.Add(work, opened, isReply: false, cancellation);
        await Remember(work, opened, cancellation);
        var row = work.Row.As(MailOutcomes.Opened, null, null) with { CaseId = opened };
        if (
            work.Mailbox.AutoReply is not { } reply
            || work.Automatic is not null
            || isFollowUp // its thread was answered when the first case was opened
            || await threading.Read(opened) is not { Case: var current }
        )
        {
            return row;
        }

        try
        {
            return await replier.Answer(work, reply, current, cancellation) is { } problem
                ? row with
                {
                    Detail = $"It was not answered: {problem}",
                }
                : row with
                {
                    AnsweredAt = time.GetUtcNow(),
                };
        }
        catch (MailTrouble trouble) when (isLastTry)
        {
            return row with { Detail = $"It was not answered: {trouble.Message}" };
        }
    }

    private async Task<InboundMailRow> Added(MailWork work, Guid to, CancellationToken cancellation)
    {
        await Remember(work, to, cancellation);
        return (
            work.IsAutomatic
                ? work.Row.As(MailOutcomes.Automatic, MailOutcomes.Automatic, work.Automatic)
                : work.Row.As(MailOutcomes.Added, null, null)
        ) with
        {
            CaseId = to,
        };
    }

    private Task Remember(MailWork work, Guid about, CancellationToken cancellation) =>
        work.Mail.MessageId is { } id
            ? threads.Remember(id, about, time.GetUtcNow(), cancellation)
            : Task.CompletedTask;

    private bool IsTooLate(Mailbox mailbox, Case current) =>
        mailbox.ReplyWithin is { } within
        && current.State != CaseState.Active
        && time.GetUtcNow() - ClosedAt(current) > within;

    private static DateTimeOffset ClosedAt(Case current) =>
        current is { State: CaseState.Resolved, Resolution: { } resolution } ? resolution.At : current.StatusSince;
}
