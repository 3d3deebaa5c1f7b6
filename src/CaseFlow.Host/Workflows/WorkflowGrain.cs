using CaseFlow.Storage;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace CaseFlow.Host.Workflows;

/// <summary>The shell round the machine: read, run a burst, write. What it wants done is done when that is durable.</summary>
internal sealed class WorkflowGrain(
    WorkflowJournal journal,
    WorkflowCatalog catalog,
    WorkflowMachine machine,
    WorkflowAftermath aftermath,
    IOptions<WorkflowOptions> options,
    TimeProvider time
) : Grain, IWorkflowGrain
{
    // Another node may write the same instance; each of its bursts is one lost race here.
    private const int Attempts = 10;

    private StoredWorkflow? stored;
    private bool isLoaded;

    private string Id => this.GetPrimaryKeyString();

    public async Task<Immutable<WorkflowTurn>> Start(Immutable<WorkflowStart> start)
    {
        var turn = await Begin(start.Value);
        if (turn.Kind is not WorkflowTurnKind.Done)
        {
            DeactivateOnIdle(); // nobody lives here, or he was here before
        }

        return new(turn);
    }

    public Task<Immutable<WorkflowTurn>> Resume(Immutable<WorkflowResume> asked)
    {
        var resume = asked.Value;
        return GoOn(
            (definition, state, now) =>
                machine.Resume(
                    definition,
                    state,
                    new ResumeRequest
                    {
                        BookmarkId = resume.Bookmark,
                        Now = now,
                        Answer = resume.Answer,
                        Refusal = resume.Refusal,
                        Failure = resume.Failure,
                    }
                ),
            append => append with { Event = resume.Event, Effect = resume.Effect }
        );
    }

    public Task<Immutable<WorkflowTurn>> Cancel(string by) =>
        GoOn(
            machine.Cancel,
            append => append with { Decision = new WorkflowDecision(null, WorkflowIncidentRow.Cancelled, by) }
        );

    public Task<Immutable<WorkflowTurn>> Mend(string incident, bool skips, string by)
    {
        var status = skips ? WorkflowIncidentRow.Skipped : WorkflowIncidentRow.Retried;
        return GoOn(
            (definition, state, now) =>
                skips
                    ? machine.Skip(definition, state, new MendRequest(incident, now))
                    : machine.Retry(definition, state, new MendRequest(incident, now)),
            append => append with { Decision = new WorkflowDecision(incident, status, by) }
        );
    }

    private async Task<WorkflowTurn> Begin(WorkflowStart start)
    {
        if (await Load() is { } before)
        {
            return new(WorkflowTurnKind.DoneBefore, before);
        }

        if (catalog.Newest(start.Definition) is not { Definition: var definition })
        {
            return new(WorkflowTurnKind.NoSuchWorkflow, Why: $"There is no workflow '{start.Definition}'.");
        }

        var now = time.GetUtcNow();
        var burst = machine.Start(
            definition,
            new StartRequest
            {
                InstanceId = Id,
                Now = now,
                Input = start.Input,
                CorrelationId = start.CorrelationId,
                TriggerActivityId = start.Trigger,
                Answer = start.Answer,
            }
        );
        var append = new WorkflowAppend(null, burst, now, now + options.Value.HoldFor)
        {
            Hash = definition.VersionId,
            Parent = start.Parent,
            Activation = definition.Options.Activation,
            Event = start.Event,
            Timer = start.Timer,
        };
        return await Append(append) ? new(WorkflowTurnKind.Done, stored)
            : await Load() is { } others ? new(WorkflowTurnKind.DoneBefore, others)
            : definition.Options.Activation == ActivationStrategy.Always ? new(WorkflowTurnKind.Gone)
            : new(
                WorkflowTurnKind.NotBesideOthers,
                Why: $"'{start.Definition}' runs already, and only one may at a time."
            );
    }

    private async Task<Immutable<WorkflowTurn>> GoOn(
        Func<WorkflowDefinition, InstanceState, DateTimeOffset, Burst> run,
        Func<WorkflowAppend, WorkflowAppend> with
    )
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await Load() is not { } before)
            {
                DeactivateOnIdle();
                return new(new(WorkflowTurnKind.NoSuchInstance, Why: $"There is no instance '{Id}'."));
            }

            var now = time.GetUtcNow();
            var burst = run(await catalog.Of(before.State), before.State, now);
            if (burst.Ignored is { } why)
            {
                Rest();
                return new(new(WorkflowTurnKind.Gone, before, why));
            }

            if (await Append(with(new WorkflowAppend(before, burst, now, now + options.Value.HoldFor))))
            {
                return new(new(WorkflowTurnKind.Done, stored));
            }

            if ((await Load())?.Version == before.Version)
            {
                break; // it is not the instance that has changed
            }
        }

        return new(new(WorkflowTurnKind.Gone, stored, "Somebody else has taken it up."));
    }

    private async ValueTask<StoredWorkflow?> Load()
    {
        if (!isLoaded)
        {
            stored = await journal.Load(Id);
            isLoaded = true;
        }

        return stored;
    }

    private async Task<bool> Append(WorkflowAppend append)
    {
        // Whatever else comes of it: what is in memory may not be what is stored any more.
        isLoaded = false;
        if (!await journal.Append(append))
        {
            return false;
        }

        stored = append.After;
        isLoaded = true;
        aftermath.Follow(append);
        Rest();
        return true;
    }

    // One that only went to fetch an answer is back at once; any other may stay away for days.
    private void Rest()
    {
        if (stored?.State.Bookmarks.Any(bookmark => bookmark.IsCall) != true)
        {
            DeactivateOnIdle();
        }
    }
}
