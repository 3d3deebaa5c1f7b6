namespace CaseFlow.Engine.Scenarios;

/// <summary>The refusals that a scenario can meet.</summary>
public static class ScenarioRefusals
{
    /// <summary>Those about names that do not exist are not among them: a wrong name in a scenario is a slip of the pen.</summary>
    public static ImmutableArray<string> Codes { get; } =
    [
        "activity-closed",
        "already-picked",
        "cannot-undo",
        "case-closed",
        "case-not-closed",
        "changed-since",
        "fields-invalid",
        "foreign-contact",
        "merged",
        "no-route",
        "not-a-member",
        "not-in-queue",
        "not-picked",
        "not-the-worker",
        "not-your-change",
        "note-required",
        "open-activities",
        "reason-required",
        "resolve-blocked",
        "role-not-allowed",
        "stage-gate",
        "stage-not-allowed",
        "survivor-required",
        "transition-blocked",
        "transition-not-allowed",
        "undo-too-late",
        "unknown-contact",
        "use-cancel",
        "use-reactivate",
        "use-resolve",
        "wrong-target",
    ];
}
