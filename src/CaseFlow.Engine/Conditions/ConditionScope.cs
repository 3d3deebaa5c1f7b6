namespace CaseFlow.Engine.Conditions;

/// <summary>The variables that conditions may name.</summary>
public sealed class ConditionScope(params ReadOnlySpan<ConditionVariable> variables)
{
    public ImmutableArray<ConditionVariable> Variables { get; } = [.. variables];

    /// <summary>The slot of a variable in <see cref="ConditionFacts"/>, or -1.</summary>
    public int IndexOf(string name)
    {
        for (var slot = 0; slot < Variables.Length; slot++)
        {
            if (Variables[slot].Name == name)
            {
                return slot;
            }
        }

        return -1;
    }
}

/// <summary>A variable that conditions may name, such as <c>case</c>. Known values close the set that a string may come from.</summary>
public sealed record ConditionVariable(string Name, CelType Type)
{
    public ImmutableArray<string> KnownValues { get; init; } = [];
}
