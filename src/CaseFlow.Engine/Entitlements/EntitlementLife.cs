using NodaTime;

namespace CaseFlow.Engine.Entitlements;

/// <summary>
/// The life of an entitlement. People make it a draft, activate and cancel it; that an activated one waits, is active or has
/// expired follows from the clock in its own time zone, so that nothing has to run for it.
/// </summary>
public static class EntitlementLife
{
    public static EntitlementStatus StatusAt(EntitlementFacts entitlement, DateTimeOffset at) =>
        StatusAt(entitlement.State, entitlement.Starts, entitlement.Ends, entitlement.TimeZone, at);

    public static EntitlementStatus StatusAt(
        EntitlementState state,
        DateOnly starts,
        DateOnly ends,
        string timeZone,
        DateTimeOffset at
    ) =>
        state switch
        {
            EntitlementState.Draft => EntitlementStatus.Draft,
            EntitlementState.Cancelled => EntitlementStatus.Cancelled,
            _ when DayAt(timeZone, at) < starts => EntitlementStatus.Waiting,
            _ when DayAt(timeZone, at) > ends => EntitlementStatus.Expired,
            _ => EntitlementStatus.Active,
        };

    /// <summary>The day in a time zone.</summary>
    public static DateOnly DayAt(string timeZone, DateTimeOffset at) =>
        Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb[timeZone]).Date.ToDateOnly();

    public static bool IsTimeZone(string timeZone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is not null;

    /// <summary>Why it cannot be activated, deactivated, cancelled or renewed as it is; null where it can.</summary>
    public static EntitlementRefusal? Check(EntitlementChange change, EntitlementStatus status) =>
        Allowed(change).Contains(status) ? null : new EntitlementRefusal(change, status, Allowed(change));

    /// <summary>The days of a renewed entitlement: it starts today and is as long as the old one.</summary>
    public static (DateOnly Starts, DateOnly Ends) Renewed(
        DateOnly starts,
        DateOnly ends,
        string timeZone,
        DateTimeOffset at
    )
    {
        var today = DayAt(timeZone, at);
        var length = ends.DayNumber - starts.DayNumber;
        return (
            today,
            today.DayNumber + length > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : today.AddDays(length)
        );
    }

    private static ImmutableArray<EntitlementStatus> Allowed(EntitlementChange change) =>
        change switch
        {
            EntitlementChange.Edit or EntitlementChange.Activate => [EntitlementStatus.Draft],
            EntitlementChange.Deactivate =>
            [
                EntitlementStatus.Waiting,
                EntitlementStatus.Active,
                EntitlementStatus.Expired,
            ],
            EntitlementChange.Cancel => [EntitlementStatus.Waiting, EntitlementStatus.Active],
            _ => [EntitlementStatus.Expired, EntitlementStatus.Cancelled],
        };
}

/// <summary>What people can do to an entitlement.</summary>
public enum EntitlementChange
{
    Edit,
    Activate,
    Deactivate,
    Cancel,
    Renew,
}

/// <summary>The no to a change of an entitlement.</summary>
public sealed record EntitlementRefusal(
    EntitlementChange Change,
    EntitlementStatus Status,
    ImmutableArray<EntitlementStatus> Possible
)
{
    public string Explain() =>
        $"The entitlement is {EntitlementWords.Of(Status)}; '{Name}' is for one that is "
        + $"{string.Join(" or ", Possible.Select(EntitlementWords.Of))}"
        + (
            Change == EntitlementChange.Edit && Status is not EntitlementStatus.Cancelled
                ? ". Deactivate it first."
                : "."
        );

    private string Name =>
        Change switch
        {
            EntitlementChange.Edit => "edit",
            EntitlementChange.Activate => "activate",
            EntitlementChange.Deactivate => "deactivate",
            EntitlementChange.Cancel => "cancel",
            _ => "renew",
        };
}
