namespace CaseFlow.Engine.Conditions;

/// <summary>What the operators do to two values that are set. What does not fit the type is an error, never wrapped round.</summary>
internal static class Arithmetic
{
    private const int MaxLength = 100_000;

    private static readonly CelValue overflow = CelValue.Error("overflow: the number is out of range");
    private static readonly CelValue divideByZero = CelValue.Error("divide by zero");

    public static Func<CelValue, CelValue, CelValue> Of(BinaryOperator sign) =>
        sign switch
        {
            BinaryOperator.Add => Add,
            BinaryOperator.Subtract => Subtract,
            BinaryOperator.Multiply => Multiply,
            BinaryOperator.Divide => Divide,
            BinaryOperator.Remainder => Remainder,
            BinaryOperator.Less => (left, right) => Ordered(left, right, "<", order => order < 0),
            BinaryOperator.LessOrEqual => (left, right) => Ordered(left, right, "<=", order => order <= 0),
            BinaryOperator.Greater => (left, right) => Ordered(left, right, ">", order => order > 0),
            BinaryOperator.GreaterOrEqual => (left, right) => Ordered(left, right, ">=", order => order >= 0),
            BinaryOperator.Equal => (left, right) => CelValue.Of(CelComparison.AreEqual(left, right)),
            BinaryOperator.NotEqual => (left, right) => CelValue.Of(!CelComparison.AreEqual(left, right)),
            _ => Contains,
        };

    public static CelValue Negate(CelValue value) =>
        value.Kind switch
        {
            CelKind.Int => value.AsInt == long.MinValue ? overflow : CelValue.Of(-value.AsInt),
            CelKind.Double => CelValue.Of(-value.AsDouble),
            _ => CelFunctions.NoOverload("-", value),
        };

    public static CelValue Not(CelValue value) =>
        value.Kind == CelKind.Bool ? CelValue.Of(!value.AsBool) : CelFunctions.NoOverload("!", value);

    private static CelValue Add(CelValue left, CelValue right) =>
        (left.Kind, right.Kind) switch
        {
            (CelKind.Int, CelKind.Int) => Fitting((Int128)left.AsInt + right.AsInt),
            (CelKind.UInt, CelKind.UInt) => FittingUnsigned((Int128)left.AsUInt + right.AsUInt),
            (CelKind.Double, CelKind.Double) => CelValue.Of(left.AsDouble + right.AsDouble),
            (CelKind.String, CelKind.String) => TooLong(left.AsString, right.AsString)
                ?? CelValue.Of(left.AsString + right.AsString),
            (CelKind.Bytes, CelKind.Bytes) => TooLong(left.AsBytes, right.AsBytes)
                ?? CelValue.Bytes(left.AsBytes + right.AsBytes),
            (CelKind.List, CelKind.List) => CelList.Join(left, right),
            (CelKind.Duration, CelKind.Duration) => CelTime.DurationOfNanos((Int128)left.Bits + right.Bits),
            (CelKind.Timestamp, CelKind.Duration) => CelTime.TimestampOfNanos(CelTime.Nanos(left) + right.Bits),
            (CelKind.Duration, CelKind.Timestamp) => CelTime.TimestampOfNanos(CelTime.Nanos(right) + left.Bits),
            _ => CelFunctions.NoOverload("+", left, right),
        };

    private static CelValue Subtract(CelValue left, CelValue right) =>
        (left.Kind, right.Kind) switch
        {
            (CelKind.Int, CelKind.Int) => Fitting((Int128)left.AsInt - right.AsInt),
            (CelKind.UInt, CelKind.UInt) => FittingUnsigned((Int128)left.AsUInt - right.AsUInt),
            (CelKind.Double, CelKind.Double) => CelValue.Of(left.AsDouble - right.AsDouble),
            (CelKind.Duration, CelKind.Duration) => CelTime.DurationOfNanos((Int128)left.Bits - right.Bits),
            (CelKind.Timestamp, CelKind.Duration) => CelTime.TimestampOfNanos(CelTime.Nanos(left) - right.Bits),
            (CelKind.Timestamp, CelKind.Timestamp) => CelTime.DurationOfNanos(
                CelTime.Nanos(left) - CelTime.Nanos(right)
            ),
            _ => CelFunctions.NoOverload("-", left, right),
        };

    private static CelValue Multiply(CelValue left, CelValue right) =>
        (left.Kind, right.Kind) switch
        {
            (CelKind.Int, CelKind.Int) => Fitting((Int128)left.AsInt * right.AsInt),
            (CelKind.UInt, CelKind.UInt) => FittingUnsigned((UInt128)left.AsUInt * right.AsUInt),
            (CelKind.Double, CelKind.Double) => CelValue.Of(left.AsDouble * right.AsDouble),
            _ => CelFunctions.NoOverload("*", left, right),
        };

    private static CelValue Divide(CelValue left, CelValue right) =>
        (left.Kind, right.Kind) switch
        {
            (CelKind.Int, CelKind.Int) => right.AsInt == 0 ? divideByZero : Fitting((Int128)left.AsInt / right.AsInt),
            (CelKind.UInt, CelKind.UInt) => right.AsUInt == 0 ? divideByZero : CelValue.Of(left.AsUInt / right.AsUInt),
            (CelKind.Double, CelKind.Double) => CelValue.Of(left.AsDouble / right.AsDouble),
            _ => CelFunctions.NoOverload("/", left, right),
        };

    private static CelValue Remainder(CelValue left, CelValue right) =>
        (left.Kind, right.Kind) switch
        {
            (CelKind.Int, CelKind.Int) when right.AsInt == 0 => divideByZero,
            (CelKind.Int, CelKind.Int) when right.AsInt == -1 && left.AsInt == long.MinValue => overflow,
            (CelKind.Int, CelKind.Int) => CelValue.Of(left.AsInt % right.AsInt),
            (CelKind.UInt, CelKind.UInt) => right.AsUInt == 0 ? divideByZero : CelValue.Of(left.AsUInt % right.AsUInt),
            _ => CelFunctions.NoOverload("%", left, right),
        };

    private static CelValue Contains(CelValue item, CelValue holder)
    {
        if (holder.Kind == CelKind.Map)
        {
            return CelValue.Of(holder.AsMap.TryGet(item, out _));
        }

        if (holder.Kind != CelKind.List)
        {
            return CelFunctions.NoOverload("in", item, holder);
        }

        var count = CelList.Count(holder);
        for (var i = 0; i < count; i++)
        {
            if (CelComparison.AreEqual(item, CelList.At(holder, i)))
            {
                return CelValue.True;
            }
        }

        return CelValue.False;
    }

    // Not-a-number has no order to any number, and that is an answer; values of other types have none, and that is an error.
    private static CelValue Ordered(CelValue left, CelValue right, string sign, Func<int, bool> holds) =>
        CelComparison.Compare(left, right) is { } order ? CelValue.Of(holds(order))
        : CelComparison.IsNumber(left) && CelComparison.IsNumber(right) ? CelValue.False
        : CelFunctions.NoOverload(sign, left, right);

    private static CelValue? TooLong(string left, string right) =>
        left.Length + right.Length > MaxLength ? CelList.TooLarge : null;

    private static CelValue Fitting(Int128 number) =>
        number < long.MinValue || number > long.MaxValue ? overflow : CelValue.Of((long)number);

    private static CelValue FittingUnsigned(Int128 number) => number < 0 ? overflow : FittingUnsigned((UInt128)number);

    private static CelValue FittingUnsigned(UInt128 number) =>
        number > ulong.MaxValue ? overflow : CelValue.Of((ulong)number);
}
