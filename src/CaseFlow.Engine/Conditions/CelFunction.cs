namespace CaseFlow.Engine.Conditions;

/// <summary>A function of conditions. What stands before the dot counts as its first argument.</summary>
internal sealed record CelFunction(string Name, ImmutableArray<CelSignature> Signatures)
{
    public Func<CelValue, CelValue>? OfOne { get; init; }

    public Func<CelValue, CelValue, CelValue>? OfTwo { get; init; }

    /// <summary>Prepares the function for a second argument that is written in the text, so that it is read only once.</summary>
    public Func<CelValue, Prepared>? Prepare { get; init; }

    /// <summary>Most functions do not work on what is not set.</summary>
    public bool TakesNull { get; init; }
}

/// <summary>One way to call a function: its types, and whether the first stands before the dot.</summary>
internal sealed record CelSignature(bool BeforeDot, ImmutableArray<CelType> Takes, CelType Gives)
{
    public static CelSignature Of(CelType takes, CelType gives) => new(false, [takes], gives);

    public static CelSignature On(CelType first, CelType gives) => new(true, [first], gives);

    public static CelSignature On(CelType first, CelType second, CelType gives) => new(true, [first, second], gives);

    public static string Describe(string name, bool beforeDot, IEnumerable<CelType> takes) =>
        beforeDot
            ? $"{takes.First()}.{name}({string.Join(", ", takes.Skip(1))})"
            : $"{name}({string.Join(", ", takes)})";
}

/// <summary>A function made ready for its second argument, or the reason why it cannot be.</summary>
internal sealed record Prepared(Func<CelValue, CelValue>? Run, CelValue Problem = default)
{
    public CelValue On(CelValue first) => Run is null ? Problem : Run(first);
}
