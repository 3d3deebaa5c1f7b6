namespace CaseFlow.Benchmarks;

/// <summary>One line of the report.</summary>
/// <param name="Value">Null where it could not be measured; then <paramref name="Beside"/> says why.</param>
/// <param name="Beside">The absolute numbers behind it. They are this machine's, and this moment's.</param>
internal sealed record Figure(string What, double? Value, string Unit, Goal? Goal, string Beside)
{
    public const string Ratio = "x";

    public bool IsMissed => Value is { } value && Goal?.IsMetBy(value) == false;

    public string Verdict =>
        Value is null ? "skipped"
        : Goal is null ? ""
        : IsMissed ? "missed"
        : "met";

    public static Figure Skipped(string what, string why) => new(what, null, "", null, why);
}

/// <summary>What a value should reach, or stay within.</summary>
internal sealed record Goal(double Bound, bool IsFloor)
{
    public static Goal AtLeast(double bound) => new(bound, IsFloor: true);

    public static Goal AtMost(double bound) => new(bound, IsFloor: false);

    public bool IsMetBy(double value) => IsFloor ? value >= Bound : value <= Bound;

    public override string ToString() => FormattableString.Invariant($"{(IsFloor ? ">=" : "<=")} {Bound}");
}
