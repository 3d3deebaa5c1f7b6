namespace CaseFlow.Engine.Conditions;

/// <summary>Equality and order of values: numbers by value whatever their type, strings by code point.</summary>
internal static class CelComparison
{
    public static bool AreEqual(in CelValue left, in CelValue right) =>
        left.Kind == CelKind.String && right.Kind == CelKind.String
            ? left.AsString == right.AsString
            : OthersAreEqual(left, right);

    /// <summary>Below zero, zero or above zero; null where the two have no order (other types, or not a number).</summary>
    public static int? Compare(in CelValue left, in CelValue right) =>
        (left.Kind, right.Kind) switch
        {
            (CelKind.Int, CelKind.Int) => left.AsInt.CompareTo(right.AsInt),
            (CelKind.UInt, CelKind.UInt) => left.AsUInt.CompareTo(right.AsUInt),
            (CelKind.Int, CelKind.UInt) => ((Int128)left.AsInt).CompareTo(right.AsUInt),
            (CelKind.UInt, CelKind.Int) => ((Int128)left.AsUInt).CompareTo(right.AsInt),
            (CelKind.Double, _) when IsNumber(right) => Order(left.AsDouble, ToDouble(right)),
            (_, CelKind.Double) when IsNumber(left) => Order(ToDouble(left), right.AsDouble),
            (CelKind.String, CelKind.String) => ByCodePoint(left.AsString, right.AsString),
            (CelKind.Bytes, CelKind.Bytes) => string.CompareOrdinal(left.AsBytes, right.AsBytes),
            (CelKind.Bool, CelKind.Bool) or (CelKind.Duration, CelKind.Duration) => left.Bits.CompareTo(right.Bits),
            (CelKind.Timestamp, CelKind.Timestamp) => CelTime.Nanos(left).CompareTo(CelTime.Nanos(right)),
            _ => null,
        };

    public static bool IsNumber(CelValue value) => value.Kind is CelKind.Int or CelKind.UInt or CelKind.Double;

    public static double ToDouble(CelValue number) =>
        number.Kind switch
        {
            CelKind.Int => number.AsInt,
            CelKind.UInt => number.AsUInt,
            _ => number.AsDouble,
        };

    // Apart from the strings, so that comparing those, which is what conditions mostly do, stays small and quick.
    private static bool OthersAreEqual(in CelValue left, in CelValue right)
    {
        if (left.Kind != right.Kind)
        {
            return IsNumber(left) && IsNumber(right) && Compare(left, right) == 0;
        }

        return left.Kind switch
        {
            CelKind.Null => true,
            CelKind.Double => left.AsDouble == right.AsDouble,
            CelKind.Bytes or CelKind.Type => left.AsString == right.AsString,
            CelKind.Timestamp => left.Bits == right.Bits && CelTime.SubTick(left) == CelTime.SubTick(right),
            CelKind.List => ListsAreEqual(left, right),
            CelKind.Map => MapsAreEqual(left.AsMap, right.AsMap),
            CelKind.Object => left.AsObject.Equals(right.AsObject),
            _ => left.Bits == right.Bits,
        };
    }

    private static int? Order(double left, double right) =>
        double.IsNaN(left) || double.IsNaN(right) ? null
        : left < right ? -1
        : left > right ? 1
        : 0;

    // In UTF-16 the halves of a pair (D800-DFFF) sort below E000-FFFF although they stand for higher code points.
    private static int ByCodePoint(string left, string right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        var (one, other) = (left[same], right[same]);
        return char.IsSurrogate(one) == char.IsSurrogate(other) ? one.CompareTo(other)
            : char.IsSurrogate(one) ? 1
            : -1;
    }

    private static bool ListsAreEqual(CelValue left, CelValue right)
    {
        var count = CelList.Count(left);
        if (count != CelList.Count(right))
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (!AreEqual(CelList.At(left, i), CelList.At(right, i)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MapsAreEqual(CelMap left, CelMap right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            var key = left.KeyAt(i);
            if (!left.TryGet(key, out var one) || !right.TryGet(key, out var other) || !AreEqual(one, other))
            {
                return false;
            }
        }

        return true;
    }
}
