using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Automation;

/// <summary>What a case does by itself when something happens to it and the conditions hold.</summary>
public sealed class AutomationRule
{
    /// <param name="scope">The names that the conditions were read with.</param>
    public AutomationRule(
        string name,
        ImmutableArray<EventPattern> on,
        ImmutableArray<Condition> when,
        ImmutableArray<CaseAction> actions,
        ConditionScope scope
    )
    {
        (Name, On, When, Do, Scope) = (name, on, when, actions, scope);
        ReadsPeople = when.Any(CaseConditions.ReadsPeople);
        ReadsEntitlement = when.Any(condition => CaseConditions.Reads(condition, "entitlement"));
        ReadsActor = when.Any(condition => CaseConditions.Reads(condition, "actor"));
    }

    /// <summary>Tells the rules of a process apart, and is what histories call it.</summary>
    public string Name { get; }

    /// <summary>Any of these.</summary>
    public ImmutableArray<EventPattern> On { get; }

    /// <summary>All must hold.</summary>
    public ImmutableArray<Condition> When { get; }

    /// <summary>In this order.</summary>
    public ImmutableArray<CaseAction> Do { get; }

    public ConditionScope Scope { get; }

    /// <summary>A condition names the customer or the contact.</summary>
    public bool ReadsPeople { get; }

    public bool ReadsEntitlement { get; }

    /// <summary>A condition asks whose command it was.</summary>
    public bool ReadsActor { get; }

    /// <summary>Who does what the rule does.</summary>
    public Actor Actor => new($"automation:{Name}", Role.Automation);

    /// <summary>Whether the rule is on this, its conditions aside.</summary>
    public bool IsOn(CaseEvent happened)
    {
        foreach (var pattern in On)
        {
            if (pattern.Matches(happened))
            {
                return true;
            }
        }

        return false;
    }

    public override string ToString() => Name;
}
