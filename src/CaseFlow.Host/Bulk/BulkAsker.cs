using System.Globalization;
using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Bulk;

/// <summary>
/// Puts a job's command to one case, through the door that every command goes through, in the name of who asked. The key of the
/// request is made of job and case, so that whatever is asked twice is done once.
/// </summary>
internal sealed class BulkAsker(IGrainFactory grains, CaseJournal journal, CaseScopes scopes, TimeProvider time)
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
            KeyOf(job, item),
            seen: null,
            at => BulkCommands.Read(job.Command, body, by, at).Command!,
            cancellation
        );
    }

    /// <summary>Takes back what the job did last to a case that nobody has touched since.</summary>
    private async Task<BulkItemRow> Undo(BulkJobRow job, BulkItemRow item, Actor by, CancellationToken cancellation)
    {
        var last = (await grains.Case(item.CaseId).Read()).Value?.Case.LastChange;
        return await Ask(
            item,
            KeyOf(job, item),
            item.Version,
            at => new CaseCommand.Undo(last?.Token, OfJob: true) { By = by, At = at },
            cancellation
        );
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

        var asked = command(time.GetUtcNow());
        if (!await scopes.MaySee(asked.By, new CaseId(item.CaseId), cancellation))
        {
            return Read(item, CaseReply.Of(ApiProblem.Of(new Refusal.NoSuchCase())));
        }

        var grain = grains.Case(item.CaseId);
        var found = seen ?? (await grain.Read()).Value?.Case.Version;
        var request = new CaseRequest(asked, null, seen, key);
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

    private static RepeatKey KeyOf(BulkJobRow job, BulkItemRow item) =>
        new(job.By, string.Create(CultureInfo.InvariantCulture, $"bulk {job.Id} {item.CaseId}"), job.Id.ToByteArray());

    private static Role ReadRoles(string names) =>
        names.Split(',').Aggregate(Role.None, (roles, name) => roles | (RoleNames.Find(name) ?? Role.None));
}
