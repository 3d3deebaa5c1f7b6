using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Orleans.Concurrency;

namespace CaseFlow.Host.Cases;

/// <summary>The imperative shell round the decider: read, decide, write. It holds no rule of its own.</summary>
internal sealed class CaseGrain(CaseJournal journal, ProcessCatalog processes, CaseFactsReader facts, TimeProvider time)
    : Grain,
        ICaseGrain
{
    private const int Attempts = 5;

    private static readonly Actor Host = new("caseflow", Role.Automation);

    private StoredCase? stored;
    private bool isLoaded;

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
        var told = await facts.For(process, current, null, CancellationToken.None);
        return new(CasePossibilities.Of(process, current, by.Value, time.GetUtcNow(), told));
    }

    public async Task CarryOver()
    {
        for (var attempt = 1; attempt <= Attempts && await Load() is { } before; attempt++)
        {
            if (
                processes.CarriesOver(before.Case) is not { } newest
                || await Decide(newest, before.Case, Migrate()) is not Decision.Accepted { Events: [_, ..] events }
                || await Append(new CaseAppend(before, events)) is not AppendResult.Overtaken
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
                await Load() is not { Case: var current } before
                || await Decide(await processes.For(current), current, RingAt(now))
                    is not Decision.Accepted { Events: [_, ..] events }
                || await Append(new CaseAppend(before, events)) is not AppendResult.Overtaken
            )
            {
                return;
            }
        }
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

            var decision = await Decide(request, process, before?.Case);
            if (decision is Decision.Accepted { Events: [] } && request.Key is null)
            {
                return CaseReply.Of(before!.Case, process);
            }

            var (reply, append) = Compose(request, process, before, decision);
            if (append is null)
            {
                return reply;
            }

            if (await Append(append) is AppendResult.Appended)
            {
                return reply;
            }
        }

        return CaseReply.Of(
            new ApiProblem(StatusCodes.Status409Conflict, "busy", "The case kept changing meanwhile. Try again.")
        );
    }

    private async ValueTask<Decision> Decide(CaseRequest request, CaseProcess process, Case? current)
    {
        if (current is not null && request.SeenVersion is { } seen && seen != current.Version)
        {
            return new Decision.Refused(new Refusal.VersionConflict(seen, current.Version));
        }

        return await Decide(process, current, request.Command);
    }

    private async ValueTask<Decision> Decide(CaseProcess process, Case? current, CaseCommand command)
    {
        var told = await facts.For(process, current, command, CancellationToken.None);
        var decision = CaseDecider.Decide(process, current, command, told);
        return EntitlementLook.Wanted(current, command, decision) is { } look
            ? CaseDecider.Decide(process, current, command, await facts.Look(told, look, CancellationToken.None))
            : decision;
    }

    /// <summary>The answer, and what must be durable before it is given; nothing for a refusal that need not be repeated.</summary>
    private static (CaseReply Reply, CaseAppend? Append) Compose(
        CaseRequest request,
        CaseProcess process,
        StoredCase? before,
        Decision decision
    )
    {
        if (decision is Decision.Accepted(var events))
        {
            var append = new CaseAppend(before, events);
            var reply = CaseReply.Of(append.After!, process, Made(request.Command));
            return (reply, append with { Answer = Keep(request, reply) });
        }

        var refused = CaseReply.Of(ApiProblem.Of(((Decision.Refused)decision).Reason));
        return (refused, request.Key is null ? null : new CaseAppend(before, []) { Answer = Keep(request, refused) });
    }

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
            stored = await journal.Load(Id, default);
            isLoaded = true;
        }

        return stored;
    }

    private async ValueTask<AppendResult> Append(CaseAppend append)
    {
        // Whatever else comes of it, even an exception: what is in memory may not be what is stored any more.
        isLoaded = false;
        var result = await journal.Append(append, default);
        if (result is AppendResult.Appended(var after))
        {
            stored = after;
            isLoaded = true;
        }

        return result;
    }
}
