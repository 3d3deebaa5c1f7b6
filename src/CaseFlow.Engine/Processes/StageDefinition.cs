using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Processes;

/// <summary>A stage of the guided path, with its steps and the gate in front of it.</summary>
public sealed record StageDefinition(string Key, LocalText Title)
{
    public ImmutableArray<Step> Steps { get; init; } = [];

    /// <summary>All must hold before a case can enter.</summary>
    public ImmutableArray<Condition> Enter { get; init; } = [];
}

/// <summary>Something to do or to fill in within a stage.</summary>
public abstract record Step
{
    private Step() { }

    /// <summary>The stage cannot be left while a required step is open.</summary>
    public bool Required { get; init; }

    /// <summary>The step is only asked for while all of these hold.</summary>
    public ImmutableArray<Condition> When { get; init; } = [];

    /// <summary>What the step is called in lists of what is missing, such as <c>field: impact</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Fill a field.</summary>
    public sealed record FillField(string Field) : Step
    {
        public override string Name => $"field: {Field}";
    }

    /// <summary>Choose a record: <c>customer</c>, <c>contact</c> or <c>entitlement</c>.</summary>
    public sealed record Lookup(string Of) : Step
    {
        public override string Name => $"lookup: {Of}";
    }

    /// <summary>Look for an open case of the customer before going on with a new one.</summary>
    public sealed record FindCase : Step
    {
        public override string Name => "find-case";
    }

    /// <summary>Look for resolved cases like this one.</summary>
    public sealed record SimilarCases : Step
    {
        public override string Name => "similar-cases";
    }

    /// <summary>Do an activity of a kind, such as <c>phone-call</c>.</summary>
    public sealed record DoActivity(string Kind) : Step
    {
        public override string Name => $"activity: {Kind}";
    }
}
