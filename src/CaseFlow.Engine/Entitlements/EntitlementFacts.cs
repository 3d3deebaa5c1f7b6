using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Entitlements;

/// <summary>What a customer is entitled to, as decisions and conditions see it.</summary>
public sealed record EntitlementFacts
{
    public required Guid Id { get; init; }

    /// <summary>The account or contact whose contract it is.</summary>
    public required Guid Customer { get; init; }

    public required string Name { get; init; }

    /// <summary>Whatever the processes' rules compare it with, such as <c>gold</c>.</summary>
    public string? Level { get; init; }

    /// <summary>The SLA that it supplies, by the name that a process has for it.</summary>
    public string? Sla { get; init; }

    public required DateOnly Starts { get; init; }

    /// <summary>The last day, which still counts.</summary>
    public required DateOnly Ends { get; init; }

    /// <summary>The time zone of its days, such as <c>Europe/Paris</c>.</summary>
    public required string TimeZone { get; init; }

    public required Allocation Allocation { get; init; }

    public required Decrease DecreaseOn { get; init; }

    /// <summary>Nothing is given once nothing is left; false lets the balance go below 0.</summary>
    public required bool IsRestricted { get; init; }

    /// <summary>Cases from channels without a row of their own may use it; they take from the total alone.</summary>
    public bool AllowsOtherChannels { get; init; } = true;

    /// <summary>None for all products.</summary>
    public ImmutableArray<string> Products { get; init; } = [];

    /// <summary>None for all contacts.</summary>
    public ImmutableArray<Guid> Contacts { get; init; } = [];

    /// <summary>Cases of the customer get it without anybody choosing it.</summary>
    public bool IsDefault { get; init; }

    public required EntitlementState State { get; init; }

    public required Balance Total { get; init; }

    /// <summary>The channels that have a balance of their own, by their names.</summary>
    public ImmutableArray<Balance> Channels { get; init; } = [];

    /// <summary>What the least case takes: one of nothing less can be asked for.</summary>
    [JsonIgnore]
    public long Least => Allocation == Allocation.Cases ? Units.InTerm : 1;

    /// <summary>The balance of a channel; null where it has none of its own.</summary>
    public Balance? FindChannel(string? channel)
    {
        foreach (var balance in Channels)
        {
            if (balance.Channel == channel)
            {
                return balance;
            }
        }

        return null;
    }

    /// <summary>The first balance that would be below 0 without so many units, where that matters; null where there is none.</summary>
    public Balance? ShortOf(long units, string? channel) =>
        !IsRestricted || units <= 0 ? null
        : Total.Remaining < units ? Total
        : FindChannel(channel) is { } row && row.Remaining < units ? row
        : null;
}

/// <summary>How much there is, and how much of it was taken, in units.</summary>
/// <param name="Channel">Empty for the whole entitlement.</param>
public sealed record Balance(string Channel, long Total, long Used)
{
    [JsonIgnore]
    public long Remaining => Total - Used;
}
