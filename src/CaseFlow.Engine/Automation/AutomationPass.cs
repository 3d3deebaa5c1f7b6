using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Automation;

/// <summary>
/// What has happened to a case, put to the automation rules of its process, in their order. Each fires at most once for a
/// command, or for what came due; what it does is put to the rules as well, those before it in another round.
/// </summary>
internal sealed class AutomationPass
{
    private readonly AutomationRules rules;
    private readonly CaseCommand command;
    private readonly int[] next;
    private readonly bool[] isAsked;
    private Unfolded so;
    private int heard;

    private AutomationPass(Unfolded so, int from, CaseCommand command)
    {
        (rules, this.so, this.command, heard) = (so.Process.Automation, so, command, from);
        isAsked = new bool[rules.All.Length];
        next = new int[rules.All.Length];
        Array.Fill(next, from);
    }

    /// <param name="from">Which of the events so far is the first that the rules have not heard of.</param>
    /// <param name="command">What the events came of.</param>
    public static Unfolded Over(Unfolded so, int from, CaseCommand command) =>
        so.Process.Automation.MayHear(so.Events, from) ? new AutomationPass(so, from, command).Run() : so;

    private Unfolded Run()
    {
        Hear();
        bool again;
        do
        {
            again = false;
            for (var rule = 0; rule < isAsked.Length; rule++)
            {
                if (isAsked[rule] && FindReason(rule) is { } happened)
                {
                    Fire(rules.All[rule], happened);
                    next[rule] = int.MaxValue;
                    Hear();
                    again = true;
                }
            }
        } while (again);

        return so;
    }

    /// <summary>Which rules have to be asked about what is new.</summary>
    private void Hear()
    {
        for (; heard < so.Events.Length; heard++)
        {
            foreach (var rule in rules.For(so.Events[heard]))
            {
                isAsked[rule] = true;
            }
        }
    }

    /// <summary>The first event, of those that the rule has not been asked about, for which all of it holds.</summary>
    private int? FindReason(int rule)
    {
        while (next[rule] < so.Events.Length)
        {
            var index = next[rule]++;
            if (rules.All[rule].IsOn(so.Events[index]) && Holds(rules.All[rule], so.Events[index]))
            {
                return index;
            }
        }

        return null;
    }

    private bool Holds(AutomationRule rule, CaseEvent happened)
    {
        if (rule.When.IsEmpty)
        {
            return true;
        }

        var facts = so.Process.Conditions.Facts(rule, happened, so.Case!, so.Told, command.By, command.At);
        foreach (var condition in rule.When)
        {
            if (!condition.Holds(facts))
            {
                return false;
            }
        }

        return true;
    }

    private void Fire(AutomationRule rule, int happened)
    {
        var act = new CaseCommand.Ring { By = rule.Actor, At = command.At };
        var fired = new AutomationFired(
            rule.Name,
            so.PositionOf(happened),
            [],
            rule.ReadsPeople || rule.ReadsEntitlement ? so.Told.ForConditions(so.Case!.Entitlement) : null,
            rule.ReadsActor ? command.By : null
        )
        {
            By = act.By.User,
            At = act.At,
            Definition = so.Process.Hash,
        };
        var place = so.Events.Length;
        so = so.With(fired);
        var outcomes = ImmutableArray.CreateBuilder<ActionOutcome>(rule.Do.Length);
        foreach (var action in rule.Do)
        {
            outcomes.Add(Do(act, action, rule.Name));
        }

        // What came of the actions is known only now, and the case is the same with it.
        so = so with
        {
            Events = so.Events.SetItem(place, fired with { Actions = outcomes.MoveToImmutable() }),
        };
    }

    private ActionOutcome Do(CaseCommand act, CaseAction action, string rule)
    {
        switch (Acting.Do(so.Ask(act), action, rule))
        {
            case ActionAnswer.Refused(var code, var reason):
                return new ActionOutcome(action.ToString(), 0, code, reason);
            case ActionAnswer.Done(var events, var along):
                so = so.With(events, along);
                return new ActionOutcome(action.ToString(), events.Length);
            default:
                throw new InvalidOperationException($"No outcome of {action}.");
        }
    }
}
