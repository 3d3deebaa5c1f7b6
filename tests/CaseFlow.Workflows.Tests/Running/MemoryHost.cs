using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Tests.Running;

/// <summary>
/// A host in memory: it keeps instances as JSON, delivers events, starts children, and does at its next rest what a real
/// host does in the background.
/// </summary>
internal sealed class MemoryHost : IWorkflowLibrary
{
    private static readonly ExpressionEvaluator expressions = new(new ScriptLimits { Time = TimeSpan.FromSeconds(10) });

    private readonly WorkflowMachine machine;
    private readonly List<WorkflowDefinition> definitions = [];
    private readonly List<MemoryInstance> instances = [];
    private readonly Queue<Action> background = new();
    private readonly List<(string Name, object? Payload, string? Correlation, string? Instance)> unheard = [];

    public MemoryHost(FlowchartMode mode = FlowchartMode.Counter, int activitiesInBurst = 100_000)
    {
        var settings = new MachineSettings { Flowchart = mode, ActivitiesInBurst = activitiesInBurst };
        machine = new WorkflowMachine(this, expressions, settings);
    }

    public DateTimeOffset Now { get; private set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<MemoryInstance> Instances => instances;

    public List<string> Lines { get; } = [];

    public List<WorkflowEffect> Effects { get; } = [];

    public WorkflowMachine Machine => machine;

    /// <summary>What the host answers to what instances ask of the world outside; by default that it is not there.</summary>
    public Func<WorkflowEffect, ResumeRequest, ResumeRequest> World { get; init; } =
        (effect, request) => request with { Failure = $"There is no world for {effect.GetType().Name}." };

    public WorkflowDefinition Import(string text, string file = "workflow.json")
    {
        var read = WorkflowReader.Read(text, file, [.. definitions.Select(one => one.ActivityType).OfType<string>()]);
        var definition = read switch
        {
            WorkflowReadResult.Ready ready => ready.Definition,
            WorkflowReadResult.Broken broken => throw new InvalidOperationException(string.Join('\n', broken.Problems)),
            _ => throw new InvalidOperationException(),
        };
        definitions.Add(definition);
        return definition;
    }

    public WorkflowDefinition? Find(string? versionId, string? definitionId, string? activityType) =>
        definitions.Find(one => versionId is not null && one.VersionId == versionId)
        ?? definitions.FindLast(one => definitionId is not null && one.DefinitionId == definitionId)
        ?? definitions.FindLast(one => activityType is not null && one.ActivityType == activityType);

    public MemoryInstance Start(
        string definitionId,
        IReadOnlyDictionary<string, object?>? input = null,
        string? correlationId = null,
        string? id = null,
        string? trigger = null,
        object? answer = null
    )
    {
        var definition = definitions.FindLast(one => one.DefinitionId == definitionId)!;
        var instance = new MemoryInstance(definition, id ?? $"i{instances.Count + 1}");
        instances.Add(instance);
        Take(
            instance,
            machine.Start(
                definition,
                new StartRequest
                {
                    InstanceId = instance.Id,
                    Now = Now,
                    Input = input ?? ImmutableDictionary<string, object?>.Empty,
                    CorrelationId = correlationId,
                    TriggerActivityId = trigger,
                    Answer = answer,
                }
            )
        );
        return instance;
    }

    public void Resume(MemoryInstance instance, Bookmark bookmark, object? answer = null) =>
        Resume(
            instance,
            new ResumeRequest
            {
                BookmarkId = bookmark.Id,
                Now = Now,
                Answer = answer,
            }
        );

    public void Resume(MemoryInstance instance, ResumeRequest request)
    {
        Now = Now.AddSeconds(1);
        Take(instance, machine.Resume(instance.Definition, instance.State, request));
    }

    /// <summary>Delivers an event, to an instance, to those of a correlation id or to all; what nobody hears is kept.</summary>
    public void Publish(string name, object? payload, string? correlation = null, MemoryInstance? to = null)
    {
        if (!Deliver(name, payload, correlation, to?.Id))
        {
            unheard.Add((name, payload, correlation, to?.Id));
        }
    }

    /// <summary>Does what a host does in the background, until there is nothing more.</summary>
    public void Rest()
    {
        do
        {
            while (background.TryDequeue(out var work))
            {
                work();
            }

            foreach (var kept in unheard.ToArray())
            {
                if (Deliver(kept.Name, kept.Payload, kept.Correlation, kept.Instance))
                {
                    unheard.Remove(kept);
                }
            }
        } while (background.Count > 0);
    }

    public void InBackground(Action work) => background.Enqueue(work);

    public void Take(MemoryInstance instance, Burst burst)
    {
        Assert.Null(burst.Ignored);
        var json = burst.State.ToJson();
        instance.Keep(json);
        Assert.Equal(json, instance.State.ToJson());
        Lines.AddRange(burst.Lines);
        Effects.AddRange(burst.Effects);
        Assert.All(
            burst.Effects,
            effect => Assert.Equal(effect.ToJson(), WorkflowEffect.FromJson(effect.ToJson()).ToJson())
        );
        foreach (var effect in burst.Effects)
        {
            Do(instance, effect);
        }

        if (burst.Status == InstanceStatus.Finished && instance.Parent is { IsAwaited: true } parent)
        {
            InBackground(() => TellParent(parent, instance));
        }
    }

    private void Do(MemoryInstance instance, WorkflowEffect effect)
    {
        switch (effect)
        {
            case WorkflowEffect.PublishEvent published:
                var to = published.IsLocal ? instance : null;
                InBackground(() => Publish(published.Name, published.Payload, published.CorrelationId, to));
                break;
            case WorkflowEffect.StartWorkflow { IsInline: true } child:
                StartInline(instance, child);
                break;
            case WorkflowEffect.StartWorkflow child:
                InBackground(() => StartChild(instance, child));
                break;
            case WorkflowEffect.RunTask or WorkflowEffect.WriteHttp:
                break;
            default:
                var request = new ResumeRequest { BookmarkId = effect.Id, Now = Now };
                Resume(instance, World(effect, request));
                break;
        }
    }

    private void StartInline(MemoryInstance instance, WorkflowEffect.StartWorkflow child)
    {
        var started = StartChild(instance, child with { IsAwaited = false });
        if (!child.IsAwaited || started.State.Status == InstanceStatus.Finished)
        {
            Resume(
                instance,
                new ResumeRequest
                {
                    BookmarkId = child.Id,
                    Now = Now,
                    Answer = ResultOf(started),
                }
            );
        }
        else
        {
            started.Parent = new MemoryParent(instance, child.Id, IsAwaited: true);
        }
    }

    private MemoryInstance StartChild(MemoryInstance instance, WorkflowEffect.StartWorkflow child)
    {
        var definition = definitions.FindLast(one => one.DefinitionId == child.DefinitionId)!;
        var started = new MemoryInstance(definition, child.Id)
        {
            Parent = new MemoryParent(instance, child.Id, child.IsAwaited),
        };
        instances.Add(started);
        var request = new StartRequest
        {
            InstanceId = child.Id,
            Now = Now,
            Input = child.Input,
            CorrelationId = child.CorrelationId,
        };
        Take(started, machine.Start(definition, request));
        return started;
    }

    private void TellParent(MemoryParent parent, MemoryInstance child) =>
        Resume(
            parent.Instance,
            new ResumeRequest
            {
                BookmarkId = parent.Bookmark,
                Now = Now,
                Answer = ResultOf(child),
            }
        );

    private bool Deliver(string name, object? payload, string? correlation, string? instanceId)
    {
        var waiting = instances
            .Where(one => one.State.Status == InstanceStatus.Running)
            .Where(one => correlation is null || one.State.CorrelationId == correlation)
            .Where(one => instanceId is null || one.Id == instanceId)
            .SelectMany(one =>
                one.State.Bookmarks.Where(mark => mark.Kind == BookmarkKind.Event && mark.Name == name)
                    .Select(mark => (one, mark))
            )
            .ToList();
        foreach (var (instance, bookmark) in waiting)
        {
            Resume(instance, bookmark, payload);
        }

        return StartTriggered(name, payload, correlation, instanceId) || waiting.Count > 0;
    }

    private bool StartTriggered(string name, object? payload, string? correlation, string? instanceId)
    {
        if (instanceId is not null)
        {
            return false;
        }

        var triggers = definitions
            .SelectMany(one => machine.Triggers(one, Now).Select(trigger => (one, trigger)))
            .Where(found => found.trigger.Kind == BookmarkKind.Event && found.trigger.Name == name)
            .ToList();
        foreach (var (definition, trigger) in triggers)
        {
            Start(definition.DefinitionId, null, correlation, null, trigger.ActivityId, payload);
        }

        return triggers.Count > 0;
    }

    private static Dictionary<string, object?> ResultOf(MemoryInstance instance) =>
        new(StringComparer.Ordinal)
        {
            ["workflowInstanceId"] = instance.Id,
            ["status"] = instance.State.Status.ToString(),
            ["subStatus"] = instance.State.SubStatus.ToString(),
            ["output"] = new Dictionary<string, object?>(instance.State.Output, StringComparer.Ordinal),
        };
}

/// <summary>An instance in the memory of the host, kept as JSON.</summary>
internal sealed class MemoryInstance(WorkflowDefinition definition, string id)
{
    private string json = "";

    public WorkflowDefinition Definition => definition;

    public string Id => id;

    public MemoryParent? Parent { get; set; }

    public InstanceState State => InstanceState.FromJson(json);

    public string Status => $"{State.Status}/{State.SubStatus}";

    public void Keep(string state) => json = state;
}

internal sealed record MemoryParent(MemoryInstance Instance, string Bookmark, bool IsAwaited);
