namespace CaseFlow.Engine.Conditions;

/// <summary>A part of a condition made ready to run.</summary>
internal delegate CelValue Evaluator(ConditionFacts facts);

/// <summary>A part of a condition with its type and what runs it.</summary>
internal sealed record Compiled(CelType Type, Evaluator Run)
{
    /// <summary>Its value, where it is the same whatever the facts.</summary>
    public CelValue? Constant { get; init; }

    /// <summary>The dotted name by which it is read from the facts, such as <c>case.title</c>.</summary>
    public string? Path { get; init; }

    public CelMember? Member { get; init; }

    public static Compiled Failing(string message) => Always(CelType.Dyn, CelValue.Error(message));

    public static Compiled Always(CelType type, CelValue value) => new(type, _ => value) { Constant = value };
}
