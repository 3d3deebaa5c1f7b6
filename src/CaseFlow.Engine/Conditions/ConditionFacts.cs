namespace CaseFlow.Engine.Conditions;

/// <summary>The values of a scope's variables for one evaluation. May be filled again and used again, by one thread at a time.</summary>
public sealed class ConditionFacts(ConditionScope scope)
{
    /// <summary>So many macros may stand inside one another; each needs a slot for its variable.</summary>
    internal const int MaxMacros = 16;

    // Macros inside macros multiply; past this an evaluation is no longer worth its time, and gives an error instead.
    private const int MaxItems = 10_000;

    private readonly CelValue[] values = new CelValue[scope.Variables.Length + MaxMacros];

    private int items;

    public CelValue this[int slot]
    {
        get => values[slot];
        set => values[slot] = value;
    }

    public ConditionFacts Set(int slot, CelValue value)
    {
        values[slot] = value;
        return this;
    }

    public ConditionFacts Set(string name, CelValue value) =>
        scope.IndexOf(name) is >= 0 and var slot
            ? Set(slot, value)
            : throw new ArgumentException($"The scope has no variable '{name}'.", nameof(name));

    /// <summary>Starts an evaluation, which may look at so many items in its macros.</summary>
    internal CelValue Begin(Evaluator evaluator)
    {
        items = 0;
        return evaluator(this);
    }

    internal bool TakeItem(int slot, CelValue item)
    {
        values[slot] = item;
        return ++items <= MaxItems;
    }
}
