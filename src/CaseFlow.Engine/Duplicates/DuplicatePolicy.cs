namespace CaseFlow.Engine.Duplicates;

/// <summary>What happens to a new case that is likely one that is open already.</summary>
public enum DuplicateMode
{
    /// <summary>It is opened, and what it is likely a duplicate of is written into its history.</summary>
    Warn,

    /// <summary>It is refused unless whoever opens it says that it is to be ignored.</summary>
    Refuse,

    /// <summary>Nobody looks.</summary>
    Off,
}

/// <summary>Whether likely duplicates are looked for, and among which cases.</summary>
/// <param name="Window">How old an open case can be to be looked at.</param>
public sealed record DuplicatePolicy(DuplicateMode Mode, TimeSpan Window)
{
    public static DuplicatePolicy Default { get; } = new(DuplicateMode.Warn, TimeSpan.FromDays(14));

    /// <summary>The modes as definitions write them.</summary>
    public static ImmutableArray<string> Modes { get; } = ["warn", "refuse", "off"];
}

/// <summary>An open case of the same customer that a new one is likely the same as.</summary>
/// <param name="Score">From <see cref="TitleLikeness.Likely"/> to 1.</param>
public sealed record Duplicate(Guid Case, string Ticket, decimal Score);
