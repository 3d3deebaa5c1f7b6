using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Staffing;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>
/// The events that the actions of a rule can raise, each by examples, and which rules are on them. What an example cannot
/// know, such as who will work on a case, counts as fitting.
/// </summary>
internal sealed class RaisedEvents
{
    // The only field of an event that no action tells.
    private const string Worker = "worker";
    private const string From = "from";

    // So many fields at most are tried in all their combinations.
    private const int MostCombined = 5;

    private readonly ProcessParts parts;
    private readonly bool isFromAsked;
    private readonly Dictionary<AutomationRule, ImmutableArray<CaseEvent>> raised = [];

    public RaisedEvents(ProcessParts parts, ImmutableArray<AutomationRule> rules)
    {
        this.parts = parts;
        isFromAsked = rules.Any(rule =>
            AskedBy(rule).Any(name => name == From || name == $"{EventVariable.Name}.{From}")
        );
        foreach (var rule in rules)
        {
            raised[rule] = [.. rule.Do.SelectMany(Raised).Select(happened => happened with { By = rule.Actor.User })];
        }
    }

    /// <summary>Whether something that a rule does can make the other one fire, whatever the case is like.</summary>
    public bool SetsOff(AutomationRule rule, AutomationRule other) =>
        raised[rule].Any(happened => other.On.Any(pattern => Fits(pattern, happened)) && MayHold(other, happened));

    private static IEnumerable<string> AskedBy(AutomationRule rule) =>
        rule.On.SelectMany(pattern => pattern.Condition?.Names ?? []).Concat(rule.When.SelectMany(line => line.Names));

    private static bool Fits(EventPattern pattern, CaseEvent happened) =>
        pattern.Condition is { Names: var names } && names.Contains(Worker, StringComparer.Ordinal)
            ? pattern.Kind.Is(happened)
            : pattern.Matches(happened);

    // Of the conditions, those that ask about nothing but the event.
    private static bool MayHold(AutomationRule rule, CaseEvent happened)
    {
        var facts = new ConditionFacts(rule.Scope).Set(EventVariable.Name, EventVariable.Of(happened, rule.Scope));
        return rule.When.Where(IsAboutEvent).All(line => line.Holds(facts));
    }

    private static bool IsAboutEvent(Condition line) =>
        !line.Names.IsEmpty
        && line.Names.All(name =>
            name.StartsWith($"{EventVariable.Name}.", StringComparison.Ordinal)
            && name != $"{EventVariable.Name}.{Worker}"
        );

    private IEnumerable<CaseEvent> Raised(CaseAction action)
    {
        foreach (var happened in OwnOf(action))
        {
            yield return happened;
            foreach (var rule in parts.Sla.Where(rule => rule.MetBy.Any(pattern => Fits(pattern, happened))))
            {
                yield return new ClockMet(rule.Kpi, 0)
                {
                    By = "",
                    At = default,
                    Definition = "",
                };
            }
        }
    }

    private IEnumerable<CaseEvent> OwnOf(CaseAction action) =>
        action switch
        {
            CaseAction.ToQueue(var queue) => Queued(queue),
            CaseAction.Route => parts
                .Routing.Select(rule => rule.Queue)
                .Distinct(StringComparer.Ordinal)
                .SelectMany(Queued),
            CaseAction.ToStatus(var status) => Moved(status),
            CaseAction.ToStage(var stage) => Staged(stage),
            CaseAction.Set(var fields) => Combinations([.. fields.Keys]).Select(Edited),
            CaseAction.AssignTo(var whom) => [Assigned(whom)],
            CaseAction.AddNote => [Added(ActivityKind.Note), Completed(ActivityKind.Note)],
            CaseAction.AddTask => [Added(ActivityKind.Task)],
            _ => [],
        };

    private IEnumerable<CaseEvent> Queued(string queue)
    {
        foreach (var from in Asked([null, .. parts.Queues.Select(one => one.Key).Where(key => key != queue)]))
        {
            yield return new Queued(queue, from, null)
            {
                By = "",
                At = default,
                Definition = "",
            };
        }

        if (parts.Queues.Any(one => one.Key == queue && one.Assign != AssignmentStrategy.Manual))
        {
            yield return new Picked(queue, "")
            {
                By = "",
                At = default,
                Definition = "",
            };
        }
    }

    private IEnumerable<CaseEvent> Moved(string to)
    {
        var state = StateOf(to);
        foreach (
            var from in parts
                .Transitions.Where(move => move.To == to)
                .Select(move => move.From)
                .Distinct(StringComparer.Ordinal)
        )
        {
            yield return StateOf(from) == state
                ? new StatusMoved(from, to)
                {
                    By = "",
                    At = default,
                    Definition = "",
                }
                : Ended(from, to, state);
        }

        if (state != CaseState.Active)
        {
            foreach (var queue in parts.Queues)
            {
                yield return new Unqueued(queue.Key)
                {
                    By = "",
                    At = default,
                    Definition = "",
                };
            }
        }
    }

    private static CaseEvent Ended(string from, string to, CaseState? state) =>
        state switch
        {
            CaseState.Resolved => new Resolved(from, to, "", null)
            {
                By = "",
                At = default,
                Definition = "",
            },
            CaseState.Cancelled => new Cancelled(from, to, null)
            {
                By = "",
                At = default,
                Definition = "",
            },
            _ => new Reactivated(from, to, null)
            {
                By = "",
                At = default,
                Definition = "",
            },
        };

    private IEnumerable<CaseEvent> Staged(string stage)
    {
        ImmutableArray<string> all = [.. parts.Stages.Select(one => one.Key)];
        foreach (var to in stage is ActionKeys.Next or ActionKeys.Back ? all : [stage])
        {
            foreach (var from in Asked([.. all.Where(one => one != to)]))
            {
                yield return new StageMoved(from!, to, StageMove.Next, null)
                {
                    By = "",
                    At = default,
                    Definition = "",
                };
            }
        }
    }

    // Where nothing asks from where a case comes, one example is as good as all.
    private IEnumerable<string?> Asked(ImmutableArray<string?> from) => isFromAsked ? from : from.Take(1);

    // An action changes only those fields that are not so already.
    private static IEnumerable<ImmutableArray<string>> Combinations(ImmutableArray<string> fields) =>
        fields.Length > MostCombined
            ? fields.Select(field => ImmutableArray.Create(field)).Append(fields)
            : Enumerable
                .Range(1, (1 << fields.Length) - 1)
                .Select(mask => fields.Where((_, index) => (mask & (1 << index)) != 0).ToImmutableArray());

    private static Edited Edited(ImmutableArray<string> fields) =>
        new([.. fields.Select(field => new FieldChange(field, null, null))])
        {
            By = "",
            At = default,
            Definition = "",
        };

    private static Assigned Assigned(string whom)
    {
        var (user, team) = Owner.Read(whom);
        return new(user, team, KeepsWorker: false)
        {
            By = "",
            At = default,
            Definition = "",
        };
    }

    private static ActivityAdded Added(ActivityKind kind) =>
        new(default, new ActivityContent(kind, "", null, null, IsPublic: false, null))
        {
            By = "",
            At = default,
            Definition = "",
        };

    private static ActivityCompleted Completed(ActivityKind kind) =>
        new(default, kind, null, 0)
        {
            By = "",
            At = default,
            Definition = "",
        };

    private CaseState? StateOf(string key) => parts.Statuses.FirstOrDefault(status => status.Key == key)?.State;
}
