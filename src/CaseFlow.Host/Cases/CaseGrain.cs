using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Staffing;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Queues;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Orleans.Concurrency;

namespace CaseFlow.Host.Cases;

/// <summary>The imperative shell round the decider: read, decide, write. It holds no rule of its own.</summary>
internal sealed class CaseGrain(
    CaseJournal journal,
    ProcessCatalog processes,
    CaseFactsReader facts,
    StaffReader staff,
    AssignmentTurns turns,
    QueueOffers offers,
    TimeProvider time
) : Grain, ICaseGrain
{
    private const int Attempts = 10;

    // Where so often somebody else was given a case at the same moment, this one waits and is offered in its turn.
    private const int Looks = 5;

    private static readonly Actor Host = new("caseflow", Role.Automation);

    private StoredCase? stored;
    private bool isLoaded;

    // How often another case's command changed this one: what was read or written while that happened may be old.
    private int forgotten;

    private CaseId Id => new(this.GetPrimaryKey());

    public async Task<Immutable<CaseReply>> Ask(Immutable<CaseRequest> request) => new(await Answer(request.Value));

    public async Task<Immutable<CaseStanding?>> Read()
    {
        if (await Load() is not { Case: var current })
        {
            DeactivateOnIdle(); // nobody lives here: asking for made-up ids must not fill the memory
            return new(null);
        }

        return new(new CaseStanding(current, await processes.For(current)));
    }

    public async Task<Immutable<ImmutableArray<Possibility>>> Possibilities(Immutable<Actor> by)
    {
        if (await Load() is not { Case: var current })
        {
            return new([]);
        }

        var process = await processes.For(current);
        var now = time.GetUtcNow();
        var told = await facts.For(process, current, null, by.Value, CancellationToken.None);
        var known = UndoOffer.For(current, process, by.Value.User, now) is null
            ? told.Facts
            : told.Facts with
            {
                Undo = await facts.LastChange(current.Id, CancellationToken.None),
            };
        return new(CasePossibilities.Of(process, current, by.Value, now, known));
    }

    public Task Forget()
    {
        forgotten++;
        isLoaded = false;
        return Task.CompletedTask;
    }

    public async Task CarryOver()
    {
        for (var attempt = 1; attempt <= Attempts && await Load() is { } before; attempt++)
        {
            if (
                processes.CarriesOver(before.Case) is not { } newest
                || await Do(newest, before, Migrate()) is not AppendResult.Overtaken
            )
            {
                return;
            }
        }
    }

    public async Task Ring(DateTimeOffset now)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await CarryOver();
            if (
                await Load() is not { } before
                || await Do(await processes.For(before.Case), before, RingAt(now)) is not AppendResult.Overtaken
            )
            {
                return;
            }
        }
    }

    public async Task<Immutable<CaseReply?>> TakeFrom(string queue, Immutable<CaseRequest> pick) =>
        await Load() is { Case: { Worker: null, Queue: var present } } && present == queue
            ? new(await Answer(pick.Value))
            : new(null);

    public async Task<bool> Offer()
    {
        var before = (await Load())?.Case.Version;
        await Answer(new(new CaseCommand.Offer { By = Host, At = time.GetUtcNow() }, null, null, null));
        return (await Load())?.Case.Version != before;
    }

    private async Task<CaseReply> Answer(CaseRequest request)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (request.Key is { } key && await journal.FindAnswer(key.User, key.Key, default) is { } kept)
            {
                return CaseReply.Repeat(kept, key);
            }

            await CarryOver();
            var before = await Load();
            var process = before is null ? processes.Newest(request.Process ?? "") : await processes.For(before.Case);
            if (process is null)
            {
                return CaseReply.Of(ApiProblem.Of(new Refusal.NoSuchCase()));
            }

            var (decision, related, taken) = await Decide(request, process, before?.Case, attempt <= Looks);
            using var turn = taken;
            if (decision is Decision.Accepted { Events: [] } && request.Key is null)
            {
                return CaseReply.Of(before!.Case, process, Undo(request, before.Case, process));
            }

            var changes = await ChangesSince(decision, before, process);
            var (reply, append) = Compose(request, process, before, decision, related, changes);
            if (append is null)
            {
                return reply;
            }

            if (await Append(append) is AppendResult.Appended)
            {
                await TellOthers(append);
                if (attempt > Looks || (before?.Case.Worker is { } worker && append.After!.Worker != worker))
                {
                    offers.LookSoon(); // somebody has room for another one
                }

                return reply;
            }
        }

        return CaseReply.Of(
            new ApiProblem(StatusCodes.Status409Conflict, "busy", "The case kept changing meanwhile. Try again.")
        );
    }

    /// <summary>The decision, and the turn of the queue that gives the case to somebody: it is kept until that is written.</summary>
    private async ValueTask<(Decision Decision, ImmutableArray<StoredCase> Related, IDisposable? Turn)> Decide(
        CaseRequest request,
        CaseProcess process,
        Case? current,
        bool looks
    )
    {
        if (current is not null && request.SeenVersion is { } seen && seen != current.Version)
        {
            return (new Decision.Refused(new Refusal.VersionConflict(seen, current.Version)), [], null);
        }

        var (told, related) = await facts.For(
            process,
            current,
            request.Command,
            request.Command.By,
            CancellationToken.None
        );
        (var decision, told) = await facts.Decide(process, current, request.Command, told);
        if (!looks || QueueLook.Wanted(process, current, request.Command, decision) is not [var first, ..] queues)
        {
            return (decision, related, null);
        }

        var turn = await turns.Take(process.Key, first.Key);
        try
        {
            told = told with { Queues = await staff.Look(process.Key, queues, CancellationToken.None) };
            return (CaseDecider.Decide(process, current, request.Command, told), related, turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Decides and writes where no queue is looked at: a case that comes to one waits there and is offered. Null where there
    /// is nothing to write.
    /// </summary>
    private async ValueTask<AppendResult?> Do(CaseProcess process, StoredCase before, CaseCommand command)
    {
        var (told, related) = await facts.For(process, before.Case, command, command.By, CancellationToken.None);
        var (decision, _) = await facts.Decide(process, before.Case, command, told);
        if (decision is not Decision.Accepted { Events: [_, ..] } accepted)
        {
            return null;
        }

        var append = AppendOf(before, accepted, related);
        var result = await Append(append);
        if (result is AppendResult.Appended)
        {
            await TellOthers(append);
        }

        return result;
    }

    private static CaseAppend AppendOf(
        StoredCase? before,
        Decision.Accepted accepted,
        ImmutableArray<StoredCase> related
    ) =>
        new(before, accepted.Events)
        {
            Along =
            [
                .. accepted.Along.Select(other => new CaseAppend(
                    related.First(one => one.Case.Id == other.Case),
                    other.Events
                )),
            ],
        };

    /// <summary>The answer, and what must be durable before it is given; nothing for a refusal that need not be repeated.</summary>
    private static (CaseReply Reply, CaseAppend? Append) Compose(
        CaseRequest request,
        CaseProcess process,
        StoredCase? before,
        Decision decision,
        ImmutableArray<StoredCase> related,
        ImmutableArray<ChangedField> changes
    )
    {
        if (decision is Decision.Accepted accepted)
        {
            var append = AppendOf(before, accepted, related);
            var undo = Undo(request, append.After!, process);
            var reply = CaseReply.Of(append.After!, process, undo, Made(request.Command));
            return (reply, append with { Answer = Keep(request, reply) });
        }

        var refused = CaseReply.Of(ApiProblem.Of(((Decision.Refused)decision).Reason) with { Changes = changes });
        return (refused, request.Key is null ? null : new CaseAppend(before, []) { Answer = Keep(request, refused) });
    }

    /// <summary>Where the asker saw another version: what has changed since then.</summary>
    private async ValueTask<ImmutableArray<ChangedField>> ChangesSince(
        Decision decision,
        StoredCase? before,
        CaseProcess process
    )
    {
        if (decision is not Decision.Refused { Reason: Refusal.VersionConflict(var seen, _) })
        {
            return [];
        }

        var history = await journal.History(Id, CancellationToken.None);
        return CaseHistory.Replay([.. history.Take(seen).Select(recorded => recorded.Event)]) is { } then
            ? CaseChanges.Between(then, before!.Case, process)
            : [];
    }

    // What the other cases' grains hold in memory is old now.
    private Task TellOthers(CaseAppend append) =>
        append.Along.IsEmpty
            ? Task.CompletedTask
            : Task.WhenAll(append.Along.Select(other => GrainFactory.Case(other.After!.Id.Value).Forget()));

    private static UndoOffer? Undo(CaseRequest request, Case now, CaseProcess process) =>
        UndoOffer.For(now, process, request.Command.By.User, request.Command.At);

    private static string? Made(CaseCommand command) =>
        command switch
        {
            CaseCommand.Create create => $"/api/cases/{create.Id}",
            CaseCommand.AddActivity add => $"/api/activities/{add.Id}",
            _ => null,
        };

    private static KeptAnswer? Keep(CaseRequest request, CaseReply reply) =>
        request.Key is { } key ? reply.Keep(key, request.Command.At) : null;

    private CaseCommand.Ring RingAt(DateTimeOffset now) =>
        new() { By = Host, At = time.GetUtcNow() is var here && here > now ? here : now };

    private CaseCommand.Migrate Migrate() => new() { By = Host, At = time.GetUtcNow() };

    private async ValueTask<StoredCase?> Load()
    {
        if (!isLoaded)
        {
            var seen = forgotten;
            stored = await journal.Load(Id, default);
            isLoaded = seen == forgotten;
        }

        return stored;
    }

    private async ValueTask<AppendResult> Append(CaseAppend append)
    {
        // Whatever else comes of it, even an exception: what is in memory may not be what is stored any more.
        isLoaded = false;
        var seen = forgotten;
        var result = await journal.Append(append, default);
        if (result is AppendResult.Appended(var after))
        {
            stored = after;
            isLoaded = seen == forgotten;
        }

        return result;
    }
}
