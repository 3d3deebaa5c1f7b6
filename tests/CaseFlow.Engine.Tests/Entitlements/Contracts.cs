using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Tests.Cases;

namespace CaseFlow.Engine.Tests.Entitlements;

/// <summary>Entitlements to specify with, and the little that cases are told about them.</summary>
internal static class Contracts
{
    public static readonly Guid Id = Numbered(1);

    /// <summary>Ten cases, taken when they are opened, for anybody at Contoso in the year of the specifications.</summary>
    public static readonly EntitlementFacts TenCases = new()
    {
        Id = Id,
        Customer = CaseSpec.Contoso.Id,
        Name = "Ten cases",
        Level = "gold",
        Starts = new DateOnly(2026, 1, 1),
        Ends = new DateOnly(2026, 12, 31),
        TimeZone = "Europe/Paris",
        Allocation = Allocation.Cases,
        DecreaseOn = Decrease.Creation,
        IsRestricted = true,
        State = EntitlementState.Activated,
        Total = new("", 600, 0),
    };

    public static readonly EntitlementFacts TenResolutions = TenCases with { DecreaseOn = Decrease.Resolution };

    public static readonly EntitlementFacts TenHours = TenResolutions with { Allocation = Allocation.Hours };

    public static Guid Numbered(int number) =>
        Guid.Parse($"00000000-0000-0000-0000-0000000e{number.ToString("x4", CultureInfo.InvariantCulture)}");

    /// <summary>The case is told of these entitlements.</summary>
    public static CaseSpec With(this CaseSpec spec, params ImmutableArray<EntitlementFacts> entitlements) =>
        spec.KnowingOf(spec.Told with { Entitlements = entitlements });

    public static Func<CaseSpec, CaseCommand> Open(Guid? entitlement, params (string, FieldValue)[] fields) =>
        spec => (CaseCommand.Create)CaseSpec.Create(fields: fields)(spec) with { Entitlement = entitlement };

    public static Func<CaseSpec, CaseCommand> Choose(Guid? entitlement) =>
        CaseSpec.Edit(("entitlement", entitlement is { } id ? CaseSpec.Text(id.ToString()) : null));

    public static Func<CaseSpec, CaseCommand> Switch(bool on, string? reason = "Goodwill") =>
        spec => new CaseCommand.DoNotDecrement(on, reason) { By = spec.By, At = spec.At };

    /// <summary>What a command takes of the entitlement: less than 0 where it gives back.</summary>
    public static long Takes(this CaseSpec spec, Func<CaseSpec, CaseCommand> command) =>
        spec.Ask(command) is Decision.Accepted(var events)
            ? events.Sum(happened =>
                happened switch
                {
                    CaseEvent.TermsTaken taken => taken.Units,
                    CaseEvent.TermsReturned returned => -returned.Units,
                    _ => 0,
                }
            )
            : throw new InvalidOperationException(((Decision.Refused)spec.Ask(command)).Reason.Explain());
}
