namespace CaseFlow.Engine.Staffing;

/// <summary>How the waiting cases of a queue find somebody.</summary>
public enum AssignmentStrategy
{
    /// <summary>People pick them.</summary>
    Manual,

    /// <summary>To whom the queue gave a case longest ago.</summary>
    RoundRobin,

    /// <summary>To who works on the fewest cases.</summary>
    LeastLoaded,
}

/// <summary>The names of strategies, as definitions and explanations write them.</summary>
public static class StrategyNames
{
    public static ImmutableArray<string> All { get; } = ["manual", "round-robin", "least-loaded"];

    public static string Of(AssignmentStrategy strategy) => All[(int)strategy];

    /// <summary>The strategy of this name; manual where there is none.</summary>
    public static AssignmentStrategy Find(string? name) =>
        name is not null && All.IndexOf(name) is var index and >= 0
            ? (AssignmentStrategy)index
            : AssignmentStrategy.Manual;
}
