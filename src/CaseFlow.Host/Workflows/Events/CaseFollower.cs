using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Events;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Webhooks.Outgoing;
using CaseFlow.Storage;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Workflows.Events;

/// <summary>
/// Follows what happens to cases, and makes events of it for the workflows that start by it, that wait for it, or that a
/// process asks for. How far it is moves on in the transaction that takes them in, so that nothing is passed by and nothing
/// counts twice, whoever else does the same.
/// </summary>
internal sealed class CaseFollower(
    OutboxReader outbox,
    OutboxBell appended,
    WorkflowJournal journal,
    WorkflowWaits waits,
    WorkflowTriggers triggers,
    EventDelivery delivery,
    ProcessCatalog processes,
    SubscriptionConditions conditions,
    IOptions<EventsOptions> options,
    TimeProvider time,
    ILogger<CaseFollower> logger
) : OutboxFollower(appended, options, time, logger)
{
    private const int MostAtOnce = 200;

    // Busy cases are appended to all the time; looking after each of them would take more than the workflows themselves.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    private const string Requested = "workflow-requested";

    // How far it is by its own account; null where it must ask.
    private long? position;

    protected override string Work => "Reading what happened to cases for the workflows";

    protected override async Task<bool> WorkOnSome(CancellationToken cancellation)
    {
        if (!await ReadSome(cancellation))
        {
            return false;
        }

        await Task.Delay(Breath, cancellation);
        return true;
    }

    private async Task<bool> ReadSome(CancellationToken cancellation)
    {
        var from = position ?? await journal.Position(OutboxPositionRow.Workflows, outbox, cancellation);
        if (await journal.FirstOfInterest(from, await Followed(cancellation), cancellation) is not var (last, first))
        {
            return false;
        }

        if (first is not { } start)
        {
            return await ReadOn(from, last, []);
        }

        var entries = await outbox.After(start - 1, MostAtOnce, cancellation);
        if (entries is not [.., { Place: var to }])
        {
            return false;
        }

        var events = new List<WorkflowEventRow>();
        foreach (var entry in entries)
        {
            events.AddRange(await Made(entry, cancellation));
        }

        if (await ReadOn(from, to, events))
        {
            events.ForEach(delivery.Deliver);
        }

        return true;
    }

    private async Task<bool> ReadOn(long from, long to, IReadOnlyList<WorkflowEventRow> events)
    {
        position = null;
        var isFirst = await journal.ReadOn(OutboxPositionRow.Workflows, from, to, events);
        position = isFirst ? to : null;
        return isFirst;
    }

    /// <summary>The types of events that somebody wants to hear of; null for all, where instances wait for cases.</summary>
    private async ValueTask<IReadOnlyCollection<string>?> Followed(CancellationToken cancellation) =>
        await waits.AnyForCases(cancellation)
            ? null
            :
            [
                Requested,
                .. CaseEventTypes.All.Where(type =>
                    type != Requested && triggers.ForCases.Any(one => WorkflowTriggers.Includes(one.Trigger.Name, type))
                ),
            ];

    private async Task<List<WorkflowEventRow>> Made(OutboxEntry entry, CancellationToken cancellation)
    {
        var after = entry.After;
        var process = await processes.For(after);
        var shown = new Lazy<object?>(() => CaseValues.Of(after, process));
        var types = entry.Events.Select(one => CaseEventTypes.Of(one.Event)).Distinct(StringComparer.Ordinal);
        var waiting = await waits.ForCase(after.Id.Value, after.Ticket, types, cancellation);
        var made = new List<WorkflowEventRow>();
        foreach (var happened in entry.Events)
        {
            var type = CaseEventTypes.Of(happened.Event);
            var told = new Lazy<object?>(() =>
                new ValueMap
                {
                    ["event"] = ValueJson.Read(Encoding.UTF8.GetString(happened.Json)),
                    ["case"] = shown.Value,
                }
            );
            made.AddRange(Asked(entry, happened, shown));
            made.AddRange(Started(entry, happened, type, told));
            made.AddRange(
                waiting
                    .Where(wait => wait.Kind == nameof(BookmarkKind.CaseEvent) && IsFor(wait, happened, type, after))
                    .Select(wait => Resumed(entry, wait, told.Value, happened.Position))
            );
        }

        foreach (var wait in waiting.Where(wait => wait.Kind == nameof(BookmarkKind.Case)))
        {
            if (await Holds(wait, entry, cancellation))
            {
                made.Add(Resumed(entry, wait, shown.Value, after.Version));
            }
        }

        return made;
    }

    private IEnumerable<WorkflowEventRow> Asked(OutboxEntry entry, OutboxEvent happened, Lazy<object?> shown) =>
        happened.Event is CaseEvent.WorkflowRequested(var workflow, var rule)
            ?
            [
                Row(entry, happened.Position, workflow, new ValueMap { ["case"] = shown.Value, ["rule"] = rule }) with
                {
                    Starts = workflow,
                },
            ]
            : [];

    // What a workflow does to a case starts no other instance of it: that would never end.
    private IEnumerable<WorkflowEventRow> Started(
        OutboxEntry entry,
        OutboxEvent happened,
        string type,
        Lazy<object?> told
    ) =>
        triggers
            .ForCases.Where(one =>
                WorkflowTriggers.Includes(one.Trigger.Name, type)
                && happened.Event.By != $"workflow:{one.Workflow.Definition.DefinitionId}"
                && IsAbout(one.Trigger.Details, entry.After)
            )
            .Select(one =>
                Row(
                    entry,
                    happened.Position,
                    $"{one.Workflow.Definition.DefinitionId}.{one.Trigger.ActivityId}",
                    told.Value
                ) with
                {
                    Starts = one.Workflow.Definition.DefinitionId,
                    Trigger = one.Trigger.ActivityId,
                }
            );

    private WorkflowEventRow Resumed(OutboxEntry entry, WorkflowBookmarkRow wait, object? payload, int position) =>
        Row(entry, position, wait.Id, payload) with
        {
            Instance = wait.Instance,
            Bookmark = wait.Id,
            CorrelationId = null,
        };

    private WorkflowEventRow Row(OutboxEntry entry, int position, string whose, object? payload) =>
        delivery.Row(
            WorkflowIds.Of("case", entry.After.Id.ToString(), FormattableString.Invariant($"{position}"), whose),
            "case",
            entry.After.Id.ToString(),
            null,
            payload
        );

    // What happened before it began to wait is told to nobody.
    private static bool IsFor(WorkflowBookmarkRow wait, OutboxEvent happened, string type, Case about) =>
        happened.Event.At >= wait.At
        && WorkflowTriggers.Includes(wait.Name, type)
        && (wait.Detail("process") is not string { Length: > 0 } process || process == about.Process);

    private static bool IsAbout(ValueMap details, Case about) =>
        (details.GetValueOrDefault("process") is not string { Length: > 0 } process || process == about.Process)
        && (
            details.GetValueOrDefault("caseId") is not string { Length: > 0 } named
            || named == about.Ticket
            || (Guid.TryParse(named, out var id) && id == about.Id.Value)
        );

    private async ValueTask<bool> Holds(WorkflowBookmarkRow wait, OutboxEntry entry, CancellationToken cancellation) =>
        wait.Detail("condition") is string condition
        && await conditions.Holds(condition, entry.After, entry.Events[^1].Event, cancellation);
}
