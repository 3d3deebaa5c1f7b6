using CaseFlow.Engine.Duplicates;

namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of the policies.</summary>
internal static class PolicyKeys
{
    public static readonly Key ResolveFromAnyStage = new(
        "resolve-from-any-stage",
        new Shape.Flag(),
        "True: a case can be resolved from every stage. Without it, only from the last one."
    );

    public static readonly Key BillAboveTotal = new(
        "bill-above-total",
        new Shape.Flag(),
        "True: more minutes can be billed than the activities took, with a reason. Without it, not."
    );

    public static readonly Key Duplicates = new(
        "duplicates",
        new Shape.Word(DuplicatePolicy.Modes),
        "A new case that is likely open already: warn opens it and writes it down, refuse asks to confirm, off does not look. Without it, warn."
    );

    public static readonly Key DuplicatesWithin = new(
        "duplicates-within",
        WaitKeys.Time,
        "How long ago an open case can have been opened to be looked at, such as 30 days; without it, 14 days."
    );

    public static readonly Section Section = new(
        "list of policies",
        [ResolveFromAnyStage, BillAboveTotal, Duplicates, DuplicatesWithin]
    );
}
