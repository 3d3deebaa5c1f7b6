namespace CaseFlow.Engine.Entitlements;

/// <summary>
/// What entitlements are counted in. A term is a case or an hour; a sixtieth of it is a unit, and all sums are whole units,
/// so that half an hour, or a minute, is exact.
/// </summary>
public static class Units
{
    public const long InTerm = 60;

    /// <summary>Far above what any contract holds, far below where sums would run over.</summary>
    public const decimal Most = 1_000_000_000;

    private const int Digits = 6;

    /// <summary>The units of so many terms; null where that is no whole number of units.</summary>
    public static long? Of(decimal terms) =>
        terms is >= -Most and <= Most && terms * InTerm is var units && units == decimal.Truncate(units)
            ? (long)units
            : null;

    /// <summary>So many units as terms, for people; a minute is 0.016667.</summary>
    public static decimal ToTerms(long units) => decimal.Round(units / (decimal)InTerm, Digits).Normal();

    // Without zeros at the end: 1.5 and not 1.500000.
    private static decimal Normal(this decimal number) => number / 1.000000000000000000000000000000m;
}
