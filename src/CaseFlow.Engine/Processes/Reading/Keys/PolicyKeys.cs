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

    public static readonly Key ReactivateReason = new(
        "reactivate-reason",
        new Shape.Word("optional", Required),
        "Whether who reactivates a closed case has to say why: optional or required."
    );

    public const string Refuse = "refuse";

    public static readonly Key OpenActivities = new(
        "open-activities",
        new Shape.Word("cancel", Refuse),
        "What is still to be done when a case is resolved: cancel cancels it once that is confirmed, refuse lets nobody resolve before. Without it, cancel."
    );

    public const string Required = "required";

    public const string PreviousOwner = "previous-owner";

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

    public const string Cascade = "cascade";

    public const string Restrict = "restrict";

    public static readonly Key CloseChildren = new(
        "close-children",
        new Shape.Word("independent", Cascade, Restrict),
        "What ending a case means for its children: independent, nothing; cascade, they end with it; restrict, they must have ended before."
    );

    public static readonly Key MaxChildren = new(
        "max-children",
        new Shape.Whole(1, 1_000),
        "How many children a case has at most; 100 unless said."
    );

    public static readonly Key Inherit = new(
        "inherit",
        new Shape.OneOrMany(Shape.Reference),
        "Fields that a new child takes over from its parent, beside the title and the customer."
    );

    public static readonly Key MaxMerged = new(
        "max-merged",
        new Shape.Whole(1, 100),
        "How many cases become part of another by one command at most; 10 unless said."
    );

    public static readonly Key UnmergeWithin = new(
        "unmerge-within",
        WaitKeys.Time,
        "How long a merge can be undone; 30 days unless said."
    );

    public static readonly Key UndoWithin = new(
        "undo-within",
        WaitKeys.Time,
        "How long one's own last change of a case can be taken back; 5 minutes unless said."
    );

    public static readonly Key ReopenWithin = new(
        "within",
        WaitKeys.Time,
        "How long after a case was resolved it is taken up again, such as 14 days."
    )
    {
        Required = true,
    };

    public static readonly Key ReopenStatus = new(
        "status",
        Shape.Reference,
        "The active status that it goes to; without it, the first that its own leads to."
    );

    public static readonly Key ReopenOnReply = new(
        "reopen-on-reply",
        new Shape.ShortOr(WaitKeys.Time, new Section("reopening", [ReopenWithin, ReopenStatus])),
        "A resolved case is taken up again when a call or an e-mail comes in for it: how long after it was resolved, such as 14 days."
    );

    public static readonly Section Section = new(
        "list of policies",
        [
            ResolveFromAnyStage,
            ReleaseTo,
            AssignNote,
            ReactivateReason,
            OpenActivities,
            BillAboveTotal,
            CloseChildren,
            MaxChildren,
            Inherit,
            MaxMerged,
            UnmergeWithin,
            UndoWithin,
            ReopenOnReply,
            Duplicates,
            DuplicatesWithin,
        ]
    );
}
