using System.Globalization;
using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Storage;

namespace CaseFlow.Host.Bulk;

/// <summary>
/// Puts a job's command to one case, through the door that every command goes through, in the name of who asked. The key of the
/// request is made of job and case, so that whatever is asked twice is done once.
/// </summary>
internal sealed class BulkAsker(IGrainFactory grains, CaseJournal journal, TimeProvider time)
{
    public async Task<BulkItemRow> Ask(BulkJobRow job, BulkItemRow item, CancellationToken cancellation)
    {
        var by = new Actor(job.By, ReadRoles(job.Roles));
        if (job.Undoes is not null)
        {
            return await Undo(job, item, by, cancellation);
        }

        var body = Encoding.UTF8.GetBytes(job.Body);
        return await Ask(
            item,
            KeyOf(job, item, 0),
            seen: null,
            at => BulkCommands.Read(job.Command, body, by, at).Command!,
            cancellation
        );
    }

    /// <summary>Takes back what the job did last to a case that nobody has touched since.</summary>
    private async Task<BulkItemRow> Undo(BulkJobRow job, BulkItemRow item, Actor by, CancellationToken cancellation)
    {
        var history = await journal.History(new CaseId(item.CaseId), cancellation);
        var (before, after) = Taken(history, item, item.Version!.Value);
        if (BulkUndo.Commands(before, after, by) is not { } back)
        {
            return item with
            {
                Outcome = Outcome.Refused,
                Code = "cannot-undo",
                Detail = "What was done to the case cannot be taken back by a command; do it by hand.",
            };
        }

        var (answer, seen) = (item with { Outcome = Outcome.Unchanged }, item.Version);
        foreach (var (index, command) in back.Index())
        {
            answer = await Ask(item, KeyOf(job, item, index), seen, command, cancellation);
            if (answer.Outcome is not (Outcome.Changed or Outcome.Unchanged))
            {
                return answer;
            }

            seen = answer.Version;
        }

        return answer;
    }

    private async Task<BulkItemRow> Ask(
        BulkItemRow item,
        RepeatKey key,
        int? seen,
        Func<DateTimeOffset, CaseCommand> command,
        CancellationToken cancellation
    )
    {
        // Asked before the host stopped: what it came to then is what it came to.
        if (await journal.FindAnswer(key.User, key.Key, cancellation) is { } kept)
        {
            var answered = Read(item, CaseReply.Repeat(kept, key));
            return answered.Version is { } left
                ? Compared(answered, await FoundBy(item, left, key.User, kept.At, cancellation))
                : answered;
        }

        var grain = grains.GetGrain<ICaseGrain>(item.CaseId);
        var found = seen ?? (await grain.Read()).Value?.Case.Version;
        var request = new CaseRequest(command(time.GetUtcNow()), null, seen, key);
        return Compared(Read(item, (await grain.Ask(new(request))).Value), found);
    }

    private static BulkItemRow Read(BulkItemRow item, CaseReply reply)
    {
        using var said = JsonDocument.Parse(reply.Body);
        return reply.Status < 400
            ? item with
            {
                Outcome = Outcome.Changed,
                Version = said.RootElement.GetProperty("version").GetInt32(),
            }
            : item with
            {
                Outcome = Outcome.Refused,
                Code = said.RootElement.GetProperty("code").GetString(),
                Detail = said.RootElement.GetProperty("detail").GetString(),
            };
    }

    private static BulkItemRow Compared(BulkItemRow item, int? found) =>
        item.Outcome == Outcome.Changed
            ? item with
            {
                Found = found,
                Outcome = item.Version > found ? Outcome.Changed : Outcome.Unchanged,
            }
            : item;

    /// <summary>The version that a command found, which left this one: all its events are of one moment.</summary>
    private async Task<int> FoundBy(
        BulkItemRow item,
        int left,
        string user,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        var history = await journal.History(new CaseId(item.CaseId), cancellation);
        return history[..left].Reverse().SkipWhile(one => one.Event.At == at && one.Event.By == user).Count();
    }

    /// <summary>The case as the job found it and as it left it.</summary>
    private static (Case Before, Case After) Taken(ImmutableArray<RecordedEvent> history, BulkItemRow item, int version)
    {
        // What somebody else did between the job's looking and its asking is not the job's.
        var last = history[version - 1].Event;
        var first = version - 1;
        while (
            first > item.Found
            && history[first - 1].Event is var earlier
            && earlier.At == last.At
            && earlier.By == last.By
        )
        {
            first--;
        }

        var events = history[..version].Select(one => one.Event).ToList();
        return (CaseHistory.Replay(events.Take(first))!, CaseHistory.Replay(events)!);
    }

    private static RepeatKey KeyOf(BulkJobRow job, BulkItemRow item, int index) =>
        new(
            job.By,
            string.Create(CultureInfo.InvariantCulture, $"bulk {job.Id} {item.CaseId} {index}"),
            job.Id.ToByteArray()
        );

    private static Role ReadRoles(string names) =>
        names.Split(',').Aggregate(Role.None, (roles, name) => roles | (RoleNames.Find(name) ?? Role.None));
}
