namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of the policies.</summary>
internal static class PolicyKeys
{
    public static readonly Key ResolveFromAnyStage = new(
        "resolve-from-any-stage",
        new Shape.Flag(),
        "True: a case can be resolved from every stage. Without it, only from the last one."
    );

    public static readonly Key ReleaseTo = new(
        "release-to",
        new Shape.Word("queue-owner", PreviousOwner),
        "Who owns a case that its worker gives back: queue-owner, the owner of its queue; or previous-owner, who had it before."
    );

    public static readonly Key AssignNote = new(
        "assign-note",
        new Shape.Word("optional", Required),
        "Whether who assigns a case has to say why: optional or required."
    );

    public const string Required = "required";

    public const string PreviousOwner = "previous-owner";

    public static readonly Key BillAboveTotal = new(
        "bill-above-total",
        new Shape.Flag(),
        "True: more minutes can be billed than the activities took, with a reason. Without it, not."
    );

    public static readonly Section Section = new(
        "list of policies",
        [ResolveFromAnyStage, ReleaseTo, AssignNote, BillAboveTotal]
    );
}
