using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Storage;

namespace CaseFlow.Host.Entitlements;

/// <summary>What an entitlement grants, as whoever makes or changes one says it.</summary>
internal record EntitlementTerms
{
    private const int MaxLength = 200;
    private const int MaxNames = 200;
    private const int MaxContacts = 1_000;

    public string? Name { get; init; }

    /// <summary>Whatever the processes' rules compare it with, such as <c>gold</c>.</summary>
    public string? Level { get; init; }

    /// <summary>The SLA that it supplies, by the name that a process has for it.</summary>
    public string? Sla { get; init; }

    public DateOnly? Starts { get; init; }

    /// <summary>The last day, which still counts.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>The time zone of its days, such as <c>Europe/Paris</c>; UTC where it is left out.</summary>
    public string? TimeZone { get; init; }

    /// <summary><c>cases</c> or <c>hours</c>.</summary>
    public string? Allocation { get; init; }

    /// <summary><c>creation</c> or <c>resolution</c>, which it is where it is left out; hours are only known at resolution.</summary>
    public string? DecreaseOn { get; init; }

    /// <summary>How many terms: cases, or hours.</summary>
    public decimal? Total { get; init; }

    /// <summary>Terms by channel, which are counted beside the total: a case's origin names its channel.</summary>
    public ImmutableSortedDictionary<string, decimal>? Channels { get; init; }

    /// <summary>False: cases from channels that are not listed cannot use it.</summary>
    public bool? OtherChannels { get; init; }

    /// <summary>False lets the balance go below 0; without it, nothing is given once nothing is left.</summary>
    public bool? Restrict { get; init; }

    /// <summary>None, or left out, for all products.</summary>
    public ImmutableArray<string>? Products { get; init; }

    /// <summary>None, or left out, for all contacts of the customer.</summary>
    public ImmutableArray<Guid>? Contacts { get; init; }

    /// <summary>The customer's cases get it without anybody choosing it.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>What is said here, and of the template what is not.</summary>
    public EntitlementTerms Over(EntitlementTerms template) =>
        new()
        {
            Name = Name ?? template.Name,
            Level = Level ?? template.Level,
            Sla = Sla ?? template.Sla,
            Starts = Starts ?? template.Starts,
            Ends = Ends ?? template.Ends,
            TimeZone = TimeZone ?? template.TimeZone,
            Allocation = Allocation ?? template.Allocation,
            DecreaseOn = DecreaseOn ?? template.DecreaseOn,
            Total = Total ?? template.Total,
            Channels = Channels ?? template.Channels,
            OtherChannels = OtherChannels ?? template.OtherChannels,
            Restrict = Restrict ?? template.Restrict,
            Products = Products ?? template.Products,
            Contacts = Contacts ?? template.Contacts,
            IsDefault = IsDefault ?? template.IsDefault,
        };

    /// <summary>Everything that is wrong.</summary>
    /// <param name="isTemplate">It can leave out the days, which only an entitlement has.</param>
    public ImmutableArray<FieldError> Check(bool isTemplate = false) =>
        [
            .. CheckTexts(),
            .. CheckDays(isTemplate),
            .. CheckCounting(),
            .. CheckTotal("total", Total),
            .. (Channels ?? ImmutableSortedDictionary<string, decimal>.Empty).SelectMany(channel =>
                string.IsNullOrWhiteSpace(channel.Key) || channel.Key.Length > MaxLength || HasBreak(channel.Key)
                    ? [new("channels", $"A channel has a name of 1 to {MaxLength} characters in one line.")]
                    : CheckTotal($"channels.{channel.Key}", channel.Value)
            ),
            .. CheckLists(),
        ];

    /// <summary>Writes all of it into the row; the balances stand elsewhere.</summary>
    public void Write(EntitlementRow row)
    {
        row.Name = Name!.Trim();
        row.Level = Level;
        row.Sla = Sla;
        row.Starts = Starts!.Value;
        row.Ends = Ends!.Value;
        row.TimeZone = TimeZone ?? "UTC";
        row.Allocation = EntitlementWords.FindAllocation(Allocation)!.Value;
        row.DecreaseOn = Decrease;
        row.IsRestricted = Restrict ?? true;
        row.AllowsOtherChannels = OtherChannels ?? true;
        row.Products = Products ?? [];
        row.Contacts = Contacts ?? [];
        row.IsDefault = IsDefault ?? false;
    }

    /// <summary>Units by channel; the empty one is the whole.</summary>
    public IReadOnlyDictionary<string, long> Totals() =>
        (Channels ?? ImmutableSortedDictionary<string, decimal>.Empty)
            .Append(new("", Total!.Value))
            .ToDictionary(pair => pair.Key, pair => Units.Of(pair.Value)!.Value, StringComparer.Ordinal);

    private Decrease Decrease => EntitlementWords.FindDecrease(DecreaseOn) ?? Engine.Entitlements.Decrease.Resolution;

    private IEnumerable<FieldError> CheckTexts()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new("name", "An entitlement needs a name.");
        }

        foreach (var (field, text) in new[] { ("name", Name), ("level", Level), ("sla", Sla) })
        {
            if (text?.Length > MaxLength)
            {
                yield return new(field, $"'{field}' has more than {MaxLength} characters.");
            }
        }
    }

    private IEnumerable<FieldError> CheckDays(bool isTemplate)
    {
        if (!isTemplate && Starts is null)
        {
            yield return new("starts", "Say on which day it starts.");
        }

        if (!isTemplate && Ends is null)
        {
            yield return new("ends", "Say which is its last day.");
        }

        if (Ends < Starts)
        {
            yield return new("ends", "Its last day cannot be before it starts.");
        }

        if (TimeZone is not null && !EntitlementLife.IsTimeZone(TimeZone))
        {
            yield return new("timeZone", $"There is no time zone '{TimeZone}'; an example is 'Europe/Paris'.");
        }
    }

    private IEnumerable<FieldError> CheckCounting()
    {
        var allocation = EntitlementWords.FindAllocation(Allocation);
        if (allocation is null)
        {
            yield return new("allocation", "'allocation' is cases or hours.");
        }

        if (DecreaseOn is not null && EntitlementWords.FindDecrease(DecreaseOn) is null)
        {
            yield return new("decreaseOn", "'decreaseOn' is creation or resolution.");
        }

        if (allocation == Engine.Entitlements.Allocation.Hours && Decrease == Engine.Entitlements.Decrease.Creation)
        {
            yield return new("decreaseOn", "Hours are known when a case is resolved; 'decreaseOn' is resolution.");
        }

        if (OtherChannels is false && Channels is not { Count: > 0 })
        {
            yield return new("channels", "Without 'otherChannels' it needs 'channels', or no case could use it.");
        }
    }

    private IEnumerable<FieldError> CheckTotal(string field, decimal? terms)
    {
        var wholeCases = EntitlementWords.FindAllocation(Allocation) == Engine.Entitlements.Allocation.Cases;
        if (terms is not { } given)
        {
            yield return new(field, "Say how many terms there are.");
        }
        else if (given < 0 || Units.Of(given) is not { } units)
        {
            yield return new(
                field,
                $"'{field}' is from 0 to {Units.Most:0}, in sixtieths of an hour at the finest: 0.5, 0.1, 2.25."
            );
        }
        else if (wholeCases && units % Units.InTerm != 0)
        {
            yield return new(field, $"'{field}' counts cases, and so is a whole number.");
        }
    }

    private IEnumerable<FieldError> CheckLists()
    {
        if (
            Products is { IsDefault: false } products
            && (
                products.Length > MaxNames
                || products.Any(one => string.IsNullOrWhiteSpace(one) || one.Length > MaxLength || HasBreak(one))
            )
        )
        {
            yield return new("products", $"'products' has at most {MaxNames} names, each in one line.");
        }

        if (Contacts is { IsDefault: false, Length: > MaxContacts })
        {
            yield return new("contacts", $"'contacts' has at most {MaxContacts} ids.");
        }
    }

    private static bool HasBreak(string text) => text.AsSpan().IndexOfAny('\n', '\r') >= 0;
}
