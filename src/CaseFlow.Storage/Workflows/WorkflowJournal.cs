using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>
/// What instances of workflows write. It goes through the journal's writers, in their groups: bursts of many instances and
/// commands of many cases share a transaction, and each is acknowledged when it is durable.
/// </summary>
public sealed class WorkflowJournal
{
    private readonly CaseJournal journal;
    private readonly IStore store;

    internal WorkflowJournal(CaseJournal journal, IStore store)
    {
        this.journal = journal;
        this.store = store;
    }

    public ValueTask<StoredWorkflow?> Load(string id) =>
        store.Reads.First(
            $"SELECT state, version, hash, parent, parent_wants FROM workflow_instances WHERE id = {id}",
            row => WorkflowInstanceRow.Read(row.Text(0)!, (int)row.Number(1), row.Text(2)!, row.Text(3), row.Text(4)),
            CancellationToken.None
        );

    /// <summary>False where somebody else was there first: nothing was written, read again.</summary>
    public Task<bool> Append(WorkflowAppend append) => Write(append.Burst.State.InstanceId, WorkflowRows.Of(append));

    /// <summary>Takes events in: once each, however often they come.</summary>
    public Task Receive(params IReadOnlyList<WorkflowEventRow> events) =>
        Write(events[0].Id, [.. events.Select(WorkflowRows.Row)]);

    /// <summary>Takes events in that an effect publishes, which is done with that.</summary>
    public Task Publish(string effect, IReadOnlyList<WorkflowEventRow> events) =>
        Write(effect, [.. events.Select(WorkflowRows.Row), new(WorkflowStatements.RemoveEffect, effect)]);

    /// <summary>How far what happens to cases was read; where nobody has read yet, reading begins here.</summary>
    public async Task<long> Position(string reader, OutboxReader outbox, CancellationToken cancellation)
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        if (!await db.OutboxPositions.AnyAsync(row => row.Reader == reader, cancellation))
        {
            await Write(reader, [new(WorkflowStatements.BeginToRead, reader, await outbox.Last(cancellation))]);
        }

        return await OutboxReader.Position(db, reader, cancellation);
    }

    /// <summary>Up to where cases were appended to, and from where on that must be read; null where it was not.</summary>
    /// <param name="types">The types of events that somebody wants to hear of; null for all.</param>
    public async Task<(long Last, long? First)?> FirstOfInterest(
        long after,
        IReadOnlyCollection<string>? types,
        CancellationToken cancellation
    )
    {
        await using var db = await store.Contexts.CreateDbContextAsync(cancellation);
        return await InterestingPlaces.After(db, after, types, cancellation);
    }

    /// <summary>Takes events in that were made from what happened to cases between two places. False where somebody else has.</summary>
    public Task<bool> ReadOn(string reader, long from, long to, IReadOnlyList<WorkflowEventRow> events) =>
        Write(reader, [new(WorkflowStatements.ReadOn, to, reader, from), .. events.Select(WorkflowRows.Row)]);

    /// <summary>Makes one event into one for each that hears of it. False where somebody else has taken it up.</summary>
    public Task<bool> Split(string id, IReadOnlyList<WorkflowEventRow> parts) =>
        Write(id, [new(WorkflowStatements.TakeEvent, id), .. parts.Select(WorkflowRows.Row)]);

    /// <summary>Forgets an event.</summary>
    public Task Drop(string id) => Split(id, []);

    public Task LookAgain(string id, DateTimeOffset at) =>
        Write(id, [new(WorkflowStatements.KeepEvent, at.UtcTicks, id)]);

    /// <summary>The effect is done, and nobody waits for an answer.</summary>
    public Task Done(string effect) => Write(effect, [new(WorkflowStatements.RemoveEffect, effect)]);

    /// <summary>The effect failed, and is to be tried again then.</summary>
    public Task TryAgain(string effect, int attempts, DateTimeOffset at) =>
        Write(effect, [new(WorkflowStatements.ChangeEffect, (long)attempts, at.UtcTicks, effect)]);

    /// <summary>The effect is given up until a person decides.</summary>
    public Task GiveUp(string effect, int attempts, WorkflowIncidentRow incident) =>
        Write(effect, [new(WorkflowStatements.ChangeEffect, (long)attempts, null, effect), WorkflowRows.Row(incident)]);

    /// <summary>A person decided about an effect that was given up: it is done at once again, or never.</summary>
    public Task Decide(WorkflowDecision decision, string effect, DateTimeOffset now) =>
        Write(
            effect,
            [
                new(WorkflowStatements.DecideIncident, decision.Status, decision.By, now.UtcTicks, effect),
                decision.Status == WorkflowIncidentRow.Retried
                    ? new(WorkflowStatements.ChangeEffect, 0L, now.UtcTicks, effect)
                    : new(WorkflowStatements.RemoveEffect, effect),
            ]
        );

    private Task<bool> Write(string key, ImmutableArray<SideRow> rows) => journal.Write(key, rows);
}
