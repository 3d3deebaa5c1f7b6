namespace CaseFlow.Engine.Conditions;

/// <summary>Which types go together, and what comes of it.</summary>
internal static class TypeRules
{
    /// <summary>The type that an operator gives for two types, or null where it does not take them.</summary>
    public static CelType? Of(BinaryOperator sign, CelType left, CelType right)
    {
        switch (sign)
        {
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                return Comparable(left, right) ? CelType.Bool : null;
            case BinaryOperator.In:
                return Holds(left, right) ? CelType.Bool : null;
            case BinaryOperator.Less
            or BinaryOperator.LessOrEqual
            or BinaryOperator.Greater
            or BinaryOperator.GreaterOrEqual:
                return Ordered(Set(left), Set(right)) ? CelType.Bool : null;
            default:
                return Calculated(sign, Set(left), Set(right));
        }
    }

    /// <summary>Whether a value of the one type may stand where the other is wanted.</summary>
    public static bool Fits(CelType actual, CelType wanted) =>
        (Set(actual), Set(wanted)) switch
        {
            (var one, var other) when one == CelType.Dyn || other == CelType.Dyn => true,
            (CelType.List(var one), CelType.List(var other)) => Fits(one, other),
            (CelType.Map(var key, var value), CelType.Map(var otherKey, var otherValue)) => Fits(key, otherKey)
                && Fits(value, otherValue),
            (CelType.Object(var one), CelType.Object(var other)) => one == other,
            var (one, other) => one == other,
        };

    public static bool Comparable(CelType left, CelType right) =>
        left == CelType.Null ? MayBeNull(right)
        : right == CelType.Null ? MayBeNull(left)
        : Fits(left, right);

    /// <summary>The type of things of two types put side by side, as in a list.</summary>
    public static CelType Join(CelType left, CelType right) =>
        left == right ? left
        : left == CelType.Null && right is not CelType.Nullable ? new CelType.Nullable(right)
        : right == CelType.Null && left is not CelType.Nullable ? new CelType.Nullable(left)
        : left is CelType.Nullable && Fits(right, left) ? left
        : right is CelType.Nullable && Fits(left, right) ? right
        : Fits(left, right) && left != CelType.Dyn ? left
        : CelType.Dyn;

    /// <summary>The type without the leave to be unset.</summary>
    public static CelType Set(CelType type) => type is CelType.Nullable(var of) ? of : type;

    private static bool MayBeNull(CelType type) =>
        type is CelType.Nullable or CelType.Object || type == CelType.Null || type == CelType.Dyn;

    private static bool Holds(CelType item, CelType holder) =>
        Set(holder) switch
        {
            CelType.List(var of) => Comparable(item, of),
            CelType.Map(var key, _) => Comparable(item, key),
            var other => other == CelType.Dyn,
        };

    private static bool Ordered(CelType left, CelType right) =>
        HasOrder(left) && HasOrder(right) && (Fits(left, right) || (IsNumber(left) && IsNumber(right)));

    private static bool HasOrder(CelType type) =>
        type == CelType.Dyn
        || IsNumber(type)
        || type == CelType.Bool
        || type == CelType.String
        || type == CelType.Bytes
        || type == CelType.Timestamp
        || type == CelType.Duration;

    private static bool IsNumber(CelType type) => type == CelType.Int || type == CelType.UInt || type == CelType.Double;

    private static CelType? Calculated(BinaryOperator sign, CelType left, CelType right)
    {
        var adds = sign == BinaryOperator.Add;
        if (left == CelType.Dyn || right == CelType.Dyn)
        {
            return CelType.Dyn;
        }

        if ((adds || sign == BinaryOperator.Subtract) && OfTime(adds, left, right) is { } ofTime)
        {
            return ofTime;
        }

        var joins = adds && (left == CelType.String || left == CelType.Bytes || left is CelType.List);
        var counts = IsNumber(left) && !(sign == BinaryOperator.Remainder && left == CelType.Double);
        return (joins || counts) && Fits(left, right) ? Join(left, right)
            : joins && (left, right) is (CelType.List, CelType.List) ? new CelType.List(CelType.Dyn)
            : null;
    }

    private static CelType? OfTime(bool adds, CelType left, CelType right) =>
        left == CelType.Timestamp && right == CelType.Duration ? CelType.Timestamp
        : left == CelType.Duration && right == CelType.Duration ? CelType.Duration
        : adds && left == CelType.Duration && right == CelType.Timestamp ? CelType.Timestamp
        : !adds && left == CelType.Timestamp && right == CelType.Timestamp ? CelType.Duration
        : null;
}
