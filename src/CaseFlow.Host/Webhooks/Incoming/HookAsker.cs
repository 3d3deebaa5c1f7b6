using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Webhooks;
using CaseFlow.Host.Cases;
using CaseFlow.Storage;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>
/// Puts the commands of deliveries to cases, through the door that every command goes through. The key of the request is made
/// of delivery, thing and command, so that whatever is asked twice is done once.
/// </summary>
internal sealed class HookAsker(
    IGrainFactory grains,
    CaseJournal journal,
    CaseFactsReader facts,
    HookOpening opening,
    TimeProvider time
)
{
    private const int MostMerges = 20;

    /// <summary>The case that is called so; where it became part of another one, that one.</summary>
    public async Task<CaseStanding?> Find(ExternalReference? reference, CancellationToken cancellation)
    {
        if (reference is null || await facts.CaseOf(reference, cancellation) is not { } id)
        {
            return null;
        }

        var standing = await Read(id);
        for (var step = 0; step < MostMerges && standing?.Case.MergedInto is { } survivor; step++)
        {
            standing = await Read(survivor);
        }

        return standing;
    }

    public async Task<CaseStanding?> Read(CaseId id) => (await grains.Case(id.Value).Read()).Value;

    /// <param name="ordinal">The how manieth of this name it is among the commands of the thing.</param>
    /// <param name="meant">The case that is meant; null where there is none yet.</param>
    public async Task<HookResult> Ask(
        HookWork work,
        HookCommand command,
        int ordinal,
        CaseStanding? meant,
        CancellationToken cancellation
    )
    {
        if (await DoneBefore(work, command, ordinal, meant?.Case.Id, cancellation) is { } done)
        {
            return done;
        }

        var key = KeyOf(work, command, ordinal, work.Row.Replays);
        if (command is HookCommand.Create create)
        {
            // Without the key that the webhook goes by, each repetition would open another case.
            return meant is null && work is { Webhook.Key: not null, Item.Reference: null } ? NotFound(work, command)
                : meant is null ? await Create(work, create, key, cancellation)
                : work.Result(command, HookOutcomes.Unchanged, meant.Case.Id);
        }

        if (meant is null)
        {
            return NotFound(work, command);
        }

        if (HookSteps.IsDone(command, meant.Case))
        {
            return work.Result(command, HookOutcomes.Unchanged, meant.Case.Id);
        }

        var at = time.GetUtcNow();
        var asked = HookSteps.Command(command, meant.Process, work.Item.Facts, Guid.CreateVersion7(at), work.By, at);
        return await Send(work, command, meant.Case.Id, new CaseRequest(asked, null, null, key));
    }

    private static HookResult NotFound(HookWork work, HookCommand command) =>
        work.Item.Reference is { } reference
            ? work.Result(
                command,
                HookOutcomes.Refused,
                code: "no-such-case",
                detail: $"No case has the key '{reference.Key}'."
            )
            : work.Result(command, HookOutcomes.Refused, code: "no-key", detail: work.Item.WhyNone);

    private async Task<HookResult> Create(
        HookWork work,
        HookCommand.Create create,
        RepeatKey key,
        CancellationToken cancellation
    )
    {
        var (command, refused) = await opening.Command(work, create, cancellation);
        if (command is null)
        {
            return work.Result(create, HookOutcomes.Refused, code: "no-such-customer", detail: refused);
        }

        var result = await Send(work, create, command.Id, new CaseRequest(command, work.Process.Key, null, key));

        // Somebody was faster to open one of the same key: that is the case, then.
        return result.Code == "reference-taken" && await Find(work.Item.Reference, cancellation) is { } other
            ? work.Result(create, HookOutcomes.Unchanged, other.Case.Id)
            : result;
    }

    private async Task<HookResult> Send(HookWork work, HookCommand command, CaseId id, CaseRequest request)
    {
        var reply = (await grains.Case(id.Value).Ask(new(request))).Value;
        return Read(work, command, reply, id);
    }

    private static HookResult Read(HookWork work, HookCommand command, CaseReply reply, CaseId? asked)
    {
        using var said = JsonDocument.Parse(reply.Body);
        var root = said.RootElement;
        if (reply.Status < StatusCodes.Status400BadRequest)
        {
            return work.Result(command, HookOutcomes.Done, new CaseId(root.GetProperty("id").GetGuid()));
        }

        var (code, detail) = (root.GetProperty("code").GetString(), root.GetProperty("detail").GetString());
        return code == "busy"
            ? throw new HookTrouble(detail!)
            : work.Result(command, HookOutcomes.Refused, command is HookCommand.Create ? null : asked, code, detail);
    }

    /// <summary>What this command came to before the host stopped, or in an earlier run where it was not refused.</summary>
    private async Task<HookResult?> DoneBefore(
        HookWork work,
        HookCommand command,
        int ordinal,
        CaseId? meant,
        CancellationToken cancellation
    )
    {
        for (var run = work.Row.Replays; run >= 0; run--)
        {
            var key = KeyOf(work, command, ordinal, run);
            if (
                await journal.FindAnswer(key.User, key.Key, cancellation) is { } kept
                && (kept.Status < StatusCodes.Status400BadRequest || run == work.Row.Replays)
            )
            {
                return Read(work, command, CaseReply.Repeat(kept, key), meant);
            }
        }

        return null;
    }

    private static RepeatKey KeyOf(HookWork work, HookCommand command, int ordinal, int run) =>
        new(
            work.By.User,
            string.Create(
                CultureInfo.InvariantCulture,
                $"delivery {work.Row.Id} {work.Index ?? 0} {command.Name} {ordinal} {run}"
            ),
            work.Row.Id.ToByteArray()
        );
}
