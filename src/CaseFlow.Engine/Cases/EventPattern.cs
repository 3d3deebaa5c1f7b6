using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Cases;

/// <summary>
/// Events of one kind, such as <c>case.resolved</c>, or those of them whose own fields are as a condition says, such as
/// <c>stage.entered(stage == 'resolve')</c>.
/// </summary>
public sealed class EventPattern(EventKind kind, Condition? condition, ConditionScope scope)
{
    public EventKind Kind { get; } = kind;

    public Condition? Condition { get; } = condition;

    public bool Matches(CaseEvent happened)
    {
        if (!Kind.Is(happened))
        {
            return false;
        }

        if (Condition is null)
        {
            return true;
        }

        var facts = new ConditionFacts(scope);
        for (var slot = 0; slot < Kind.Fields.Length; slot++)
        {
            facts.Set(slot, Kind.Fields[slot].Get(happened));
        }

        return Condition.Holds(facts);
    }

    public override string ToString() => Condition is null ? Kind.Name : $"{Kind.Name}({Condition})";
}
