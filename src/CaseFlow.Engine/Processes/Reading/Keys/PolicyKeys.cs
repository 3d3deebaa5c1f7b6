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

    public static readonly Section Section = new("list of policies", [ResolveFromAnyStage, BillAboveTotal]);
}
