using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Activities;

/// <summary>What a type of activity takes, gives and does.</summary>
public sealed record ActivityDescriptor
{
    public required string Type { get; init; }

    /// <summary>What it does, in a line.</summary>
    public required string Summary { get; init; }

    public required ImmutableArray<ActivityInput> Inputs { get; init; }

    public required ImmutableArray<ActivityOutput> Outputs { get; init; }

    /// <summary>The members that hold an activity: <c>body</c>, <c>then</c>.</summary>
    public required ImmutableArray<string> Ports { get; init; }

    /// <summary>The outcomes that a connection can name, without those that its inputs give it.</summary>
    public required ImmutableArray<string> Outcomes { get; init; }

    /// <summary>Whether its inputs give it outcomes: cases, branches, status codes.</summary>
    public bool HasOwnOutcomes { get; init; }

    public Waiting Waits { get; init; }

    /// <summary>Whether it can start an instance of its workflow.</summary>
    public bool IsTrigger { get; init; }

    /// <summary>Whether what holds it ends with it.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether it holds activities in a list.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Why it cannot run here; null where it can.</summary>
    public string? Refused { get; init; }

    /// <summary>Where the type is listed: <c>Flow</c>, <c>HTTP</c>, <c>Cases</c>.</summary>
    public required string Category { get; init; }

    public ActivityInput? Input(string name) => Inputs.FirstOrDefault(input => input.Name == name);

    public ActivityOutput? Output(string name) => Outputs.FirstOrDefault(output => output.Name == name);
}

/// <summary>What an activity waits for before it goes on.</summary>
public enum Waiting
{
    Never,

    /// <summary>Something that happens when it happens: an event, a time, a person.</summary>
    ForWorld,

    /// <summary>The answer to what it asked for, soon.</summary>
    ForAnswer,
}

/// <summary>An input of an activity.</summary>
/// <param name="Type">What its value is converted to.</param>
/// <param name="Default">What it is where nothing is given, as text; null for nothing.</param>
/// <param name="IsBare">Whether it stands there as it is, not as an expression.</param>
/// <param name="IsLate">Whether the activity evaluates it itself, when and as often as it needs it.</param>
public sealed record ActivityInput(string Name, DeclaredType Type, string? Default, bool IsBare, bool IsLate);

/// <summary>An output of an activity.</summary>
public sealed record ActivityOutput(string Name, DeclaredType Type);
