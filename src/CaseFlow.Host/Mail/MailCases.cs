using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Mail;
using CaseFlow.Host.Cases;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Mail;

/// <summary>
/// Puts the commands of e-mail to cases, through the door that every command goes through. The key of the request is made of
/// e-mail and command, so that whatever is asked twice is done once.
/// </summary>
internal sealed class MailCases(
    IGrainFactory grains,
    CaseJournal journal,
    TicketNumbers tickets,
    IDbContextFactory<CaseFlowDb> databases,
    TimeProvider time
)
{
    private const string Create = "create";

    /// <summary>The case that this e-mail has opened already, before the host stopped.</summary>
    public async Task<Guid?> OpenedBefore(MailWork work, CancellationToken cancellation) =>
        (await DoneBefore(work, Create, cancellation))?.Case;

    /// <summary>The case that has this e-mail as an activity already.</summary>
    public async Task<Guid?> AddedBefore(MailWork work, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db
            .Activities.AsNoTracking()
            .Where(row => row.Id == work.Row.Id)
            .Select(row => (Guid?)row.CaseId)
            .SingleOrDefaultAsync(cancellation);
    }

    public async Task<MailAnswer> Open(MailWork work, CustomerRow sender, CancellationToken cancellation)
    {
        if (await DoneBefore(work, Create, cancellation) is { } done)
        {
            return done;
        }

        var at = time.GetUtcNow();
        var (title, fields) = MailSteps.Opening(work.Mailbox, work.Process, work.Mail, work.Row.ReceivedAt);
        var number = await tickets.Next(work.Process.Parts.Ticket.SeriesAt(at), cancellation);
        var command = new CaseCommand.Create(
            new CaseId(Guid.CreateVersion7(at)),
            work.Process.Parts.Ticket.Write(number, at),
            title,
            sender.AccountId ?? sender.Id,
            sender.AccountId is null ? null : sender.Id,
            fields,
            // What it answers says whether it is about the same; alike titles do not.
            IgnoringDuplicates: true
        )
        {
            By = work.By,
            At = at,
        };
        return await Send(work, Create, command.Id.Value, command, work.Process.Key);
    }

    /// <summary>Adds the e-mail to the case. It has happened already, so a case that is closed takes it too.</summary>
    public Task<MailAnswer> Add(MailWork work, Guid to, bool isReply, CancellationToken cancellation) =>
        Add(work, to, "add", work.Row.Id, MailSteps.Activity(work.Mail, work.IsAutomatic, isReply), cancellation);

    /// <summary>Says on the new case which one it follows.</summary>
    public Task<MailAnswer> Note(MailWork work, Guid to, string text, CancellationToken cancellation) =>
        Add(
            work,
            to,
            "note",
            Guid.CreateVersion7(time.GetUtcNow()),
            new ActivityContent(ActivityKind.Note, text, null, Direction: null, IsPublic: false, Due: null),
            cancellation
        );

    private async Task<MailAnswer> Add(
        MailWork work,
        Guid to,
        string what,
        Guid id,
        ActivityContent content,
        CancellationToken cancellation
    )
    {
        if (await DoneBefore(work, what, cancellation) is { } done)
        {
            return done;
        }

        var command = new CaseCommand.AddActivity(id, content, IsDone: true, Minutes: null)
        {
            By = work.By,
            At = time.GetUtcNow(),
        };
        return await Send(work, what, to, command, null);
    }

    private async Task<MailAnswer> Send(MailWork work, string what, Guid id, CaseCommand command, string? process)
    {
        var request = new CaseRequest(command, process, null, KeyOf(work, what, work.Row.Replays));
        return Read((await grains.Case(id).Ask(new(request))).Value);
    }

    private static MailAnswer Read(CaseReply reply)
    {
        using var said = JsonDocument.Parse(reply.Body);
        var root = said.RootElement;
        if (reply.Status < StatusCodes.Status400BadRequest)
        {
            return new(root.GetProperty("id").GetGuid());
        }

        var (code, detail) = (root.GetProperty("code").GetString()!, root.GetProperty("detail").GetString()!);
        return code == "busy" ? throw new MailTrouble(detail) : new(null, code, detail);
    }

    /// <summary>What this command came to before the host stopped, or in an earlier run where it was not refused.</summary>
    private async Task<MailAnswer?> DoneBefore(MailWork work, string what, CancellationToken cancellation)
    {
        for (var run = work.Row.Replays; run >= 0; run--)
        {
            var key = KeyOf(work, what, run);
            if (
                await journal.FindAnswer(key.User, key.Key, cancellation) is { } kept
                && (kept.Status < StatusCodes.Status400BadRequest || run == work.Row.Replays)
            )
            {
                return Read(CaseReply.Repeat(kept, key));
            }
        }

        return null;
    }

    private static RepeatKey KeyOf(MailWork work, string what, int run) =>
        new(
            work.By.User,
            string.Create(CultureInfo.InvariantCulture, $"mail {work.Row.Id} {what} {run}"),
            work.Row.Id.ToByteArray()
        );
}

/// <summary>What a case answered.</summary>
/// <param name="Case">Null where it said no.</param>
/// <param name="Code">Of the refusal.</param>
internal sealed record MailAnswer(Guid? Case, string? Code = null, string? Detail = null);
