using CaseFlow.Storage;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Values;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Workflows.Events;

/// <summary>
/// Brings events to the workflows: those that wait for them go on, those that start by them are started. An event goes in
/// the transaction of the burst that takes it up, so that it counts once; where several hear of it, it is first made into one
/// for each. One that nobody waits for is kept for a while.
/// </summary>
internal sealed partial class EventDelivery : IHostedService
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(1);

    private readonly WorkflowJournal journal;
    private readonly WorkflowWaits waits;
    private readonly WorkflowTriggers triggers;
    private readonly IGrainFactory grains;
    private readonly WorkflowOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<EventDelivery> logger;
    private readonly Lane<WorkflowEventRow> lane;
    private readonly Lane<string> early;

    public EventDelivery(
        WorkflowJournal journal,
        WorkflowWaits waits,
        WorkflowTriggers triggers,
        IGrainFactory grains,
        IOptions<WorkflowOptions> options,
        TimeProvider time,
        ILogger<EventDelivery> logger
    )
    {
        this.journal = journal;
        this.waits = waits;
        this.triggers = triggers;
        this.grains = grains;
        this.options = options.Value;
        this.time = time;
        this.logger = logger;
        lane = new(this.options.Together, TryDeliver);
        early = new(together: 2, DeliverEarly);
    }

    /// <summary>Takes an event in; when this returns it is durable. It is delivered in the background.</summary>
    public async Task Receive(string id, string name, string? correlationId, string? instance, object? payload)
    {
        var row = Row(id, name, correlationId, instance, payload);
        await journal.Receive(row);
        lane.Add(row);
    }

    /// <summary>Takes an event in that an instance publishes, as the effect of that name.</summary>
    public async Task Publish(WorkflowEffect.PublishEvent published, string instance)
    {
        var row = Row(
            published.Id,
            published.Name,
            published.CorrelationId,
            published.IsLocal ? instance : null,
            published.Payload
        );
        await journal.Publish(published.Id, [row]);
        lane.Add(row);
    }

    /// <summary>Delivers what was taken in already.</summary>
    public void Deliver(WorkflowEventRow row) => lane.Add(row);

    /// <summary>Somebody waits for events of this name: one that came before is delivered now.</summary>
    public void LookForEarly(string name) => early.Add(name);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(lane.Stop(), early.Stop());

    public WorkflowEventRow Row(string id, string name, string? correlationId, string? instance, object? payload)
    {
        var now = time.GetUtcNow();
        return new()
        {
            Id = id,
            Name = name,
            CorrelationId = correlationId,
            Instance = instance,
            Payload = ValueJson.Write(payload),
            At = now,
            KeepUntil = now + options.KeepEventsFor,
            RingAt = now + options.HoldFor,
        };
    }

    private async Task DeliverEarly(string name)
    {
        try
        {
            foreach (var row in await waits.EarlyEvents(name))
            {
                lane.Add(row);
            }
        }
#pragma warning disable CA1031 // The bell looks at it again.
        catch (Exception missed)
#pragma warning restore CA1031
        {
            LogMissed(missed, name);
        }
    }

    private async Task TryDeliver(WorkflowEventRow row)
    {
        try
        {
            await DeliverOne(row);
        }
#pragma warning disable CA1031 // It is kept, and the bell looks at it again.
        catch (Exception missed)
#pragma warning restore CA1031
        {
            LogMissed(missed, row.Name);
        }
    }

    private Task DeliverOne(WorkflowEventRow row) =>
        row.Bookmark is { } bookmark ? Resume(row, row.Instance!, bookmark)
        : row.Starts is { } definition ? Start(row, definition, row.Trigger)
        : Find(row);

    private async Task Find(WorkflowEventRow row)
    {
        var waiting = await waits.ForEvent(row.Name, row.CorrelationId, row.Instance);
        var starting = row.Instance is null ? triggers.ForEvent(row.Name).ToList() : [];
        switch (waiting, starting)
        {
            case ([], []):
                await Keep(row);
                break;
            case ([var (instance, bookmark)], []):
                await Resume(row, instance, bookmark);
                break;
            case ([], [var (workflow, trigger)]):
                await Start(row, workflow.Definition.DefinitionId, trigger.ActivityId);
                break;
            default:
                await Split(row, waiting, starting);
                break;
        }
    }

    private async Task Split(
        WorkflowEventRow row,
        IReadOnlyList<(string Instance, string Bookmark)> waiting,
        IReadOnlyList<(PublishedWorkflow Workflow, WorkflowTrigger Trigger)> starting
    )
    {
        List<WorkflowEventRow> parts =
        [
            .. waiting.Select(one => row with { Instance = one.Instance, Bookmark = one.Bookmark }),
            .. starting.Select(one =>
                row with
                {
                    Starts = one.Workflow.Definition.DefinitionId,
                    Trigger = one.Trigger.ActivityId,
                }
            ),
        ];
        parts =
        [
            .. parts.Select((part, index) => part with { Id = FormattableString.Invariant($"{row.Id}.{index + 1}") }),
        ];
        if (await journal.Split(row.Id, parts))
        {
            parts.ForEach(lane.Add);
        }
    }

    private async Task Resume(WorkflowEventRow row, string instance, string bookmark)
    {
        var resume = new WorkflowResume(bookmark) { Answer = ValueJson.Read(row.Payload), Event = row.Id };
        var turn = await grains.Workflow(instance).Resume(new(resume));
        if (turn.Value.Kind == WorkflowTurnKind.Done)
        {
            return;
        }

        if (row.Bookmark is null)
        {
            await Find(row); // it does not wait any more; another one may
        }
        else
        {
            await journal.Drop(row.Id);
        }
    }

    private async Task Start(WorkflowEventRow row, string definition, string? trigger)
    {
        var payload = ValueJson.Read(row.Payload);
        var turn = await grains
            .Workflow(row.Id)
            .Start(
                new(
                    new WorkflowStart(definition)
                    {
                        Input =
                            trigger is null && payload is IDictionary<string, object?> input
                                ? input.ToImmutableDictionary(StringComparer.Ordinal)
                                : ImmutableDictionary<string, object?>.Empty,
                        CorrelationId = row.CorrelationId,
                        Trigger = trigger,
                        Answer = trigger is null ? null : payload,
                        Event = row.Id,
                    }
                )
            );
        if (turn.Value.Kind is WorkflowTurnKind.NoSuchWorkflow or WorkflowTurnKind.NotBesideOthers)
        {
            LogNotStarted(definition, row.Name, turn.Value.Why);
        }

        if (turn.Value.Kind != WorkflowTurnKind.Done)
        {
            await journal.Drop(row.Id);
        }
    }

    // The longer nobody has come for it, the less often it is worth a look; whoever begins to wait looks himself.
    private Task Keep(WorkflowEventRow row)
    {
        var now = time.GetUtcNow();
        if (now >= row.KeepUntil)
        {
            return journal.Drop(row.Id);
        }

        var age = now - row.At;
        var next = now + (age > FirstLook ? age : FirstLook);
        return journal.LookAgain(row.Id, next < row.KeepUntil ? next : row.KeepUntil);
    }

    [LoggerMessage(LogLevel.Error, "Delivering event '{Name}' failed; it is tried again")]
    private partial void LogMissed(Exception missed, string name);

    [LoggerMessage(LogLevel.Warning, "Workflow '{Definition}' was not started by '{Name}': {Why}")]
    private partial void LogNotStarted(string definition, string name, string? why);
}
