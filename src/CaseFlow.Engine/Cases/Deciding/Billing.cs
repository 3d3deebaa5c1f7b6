namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>How much of the work on a case the customer is charged with.</summary>
internal static class Billing
{
    public static ImmutableArray<FieldError> Check(Question asked, CaseCommand.Resolve resolve) =>
        resolve.BillableMinutes switch
        {
            < 0 => [new FieldError("billableMinutes", "Billable minutes cannot be less than 0.")],
            { } minutes when !IsAboveTotal(asked, minutes) => [],
            { } minutes when !asked.Process.Parts.Policies.BillAboveTotal =>
            [
                new FieldError(
                    "billableMinutes",
                    $"The activities took {asked.Case.ActivityMinutes} minutes; {minutes} cannot be billed."
                ),
            ],
            { } minutes when string.IsNullOrWhiteSpace(resolve.BillableReason) =>
            [
                new FieldError(
                    "billableReason",
                    $"Say why {minutes} minutes are billed: the activities took {asked.Case.ActivityMinutes}."
                ),
            ],
            _ => [],
        };

    /// <summary>What is billed: what was said, else what the activities took, else nothing that anybody knows of.</summary>
    public static int? Minutes(Question asked, CaseCommand.Resolve resolve) =>
        resolve.BillableMinutes ?? (asked.Case.ActivityMinutes > 0 ? asked.Case.ActivityMinutes : null);

    public static string? Reason(Question asked, CaseCommand.Resolve resolve) =>
        resolve.BillableMinutes is { } minutes && IsAboveTotal(asked, minutes) ? resolve.BillableReason?.Trim() : null;

    // Where nobody wrote down any time, what is said is all that is known.
    private static bool IsAboveTotal(Question asked, int minutes) =>
        asked.Case.ActivityMinutes > 0 && minutes > asked.Case.ActivityMinutes;
}
