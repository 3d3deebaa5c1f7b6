using System.Runtime.InteropServices;

namespace CaseFlow.Engine.Conditions;

/// <summary>A value that a condition works with. A struct, so that evaluating needs no heap.</summary>
public readonly record struct CelValue
{
    private CelValue(CelKind kind, long bits, object? reference = null, CelObjectType? objectType = null)
    {
        Kind = kind;
        Bits = bits;
        Reference = reference;
        ObjectType = objectType;
    }

    public static CelValue Null => default;

    public static CelValue True => new(CelKind.Bool, 1);

    public static CelValue False => new(CelKind.Bool, 0);

    public CelKind Kind { get; }

    /// <summary>The type of an object, or of the objects in a list of them.</summary>
    public CelObjectType? ObjectType { get; }

    // What the bits and the reference hold depends on the kind; the As... members below are the only readers.
    internal long Bits { get; }

    internal object? Reference { get; }

    public bool IsNull => Kind == CelKind.Null;

    public bool IsError => Kind == CelKind.Error;

    public bool IsTrue => Kind == CelKind.Bool && Bits != 0;

    public bool AsBool => Bits != 0;

    public long AsInt => Bits;

    public ulong AsUInt => (ulong)Bits;

    public double AsDouble => BitConverter.Int64BitsToDouble(Bits);

    public string AsString => (string)Reference!;

    /// <summary>Bytes travel as a string of the characters 0 to 255, so that they compare and join as strings do.</summary>
    public string AsBytes => (string)Reference!;

    public object AsObject => Reference!;

    public string ErrorMessage => (string)Reference!;

    public string TypeName => (string)Reference!;

    internal CelMap AsMap => (CelMap)Reference!;

    public static CelValue Of(bool value) => value ? True : False;

    public static CelValue Of(long value) => new(CelKind.Int, value);

    public static CelValue Of(ulong value) => new(CelKind.UInt, (long)value);

    public static CelValue Of(double value) => new(CelKind.Double, BitConverter.DoubleToInt64Bits(value));

    public static CelValue Of(string? value) => value is null ? Null : new(CelKind.String, 0, value);

    public static CelValue Of(DateTimeOffset value) => Timestamp(value.UtcTicks, null);

    public static CelValue Of(TimeSpan value) => CelTime.DurationOfNanos((Int128)value.Ticks * CelTime.NanosPerTick);

    public static CelValue BytesOf(ReadOnlySpan<byte> value) => Bytes(System.Text.Encoding.Latin1.GetString(value));

    public static CelValue ListOf(IReadOnlyList<CelValue> items) => new(CelKind.List, 0, items);

    /// <summary>A list of strings, not copied. A null in it is an unset item.</summary>
    public static CelValue ListOf(IReadOnlyList<string?> items) => new(CelKind.List, 0, items);

    /// <summary>A list of strings, not copied.</summary>
    public static CelValue ListOf(ImmutableArray<string> items) =>
        new(CelKind.List, 0, ImmutableCollectionsMarshal.AsArray(items) ?? []);

    /// <summary>A list of objects of one type, not copied.</summary>
    public static CelValue ListOf<T>(CelObjectType of, ImmutableArray<T> items)
        where T : class => new(CelKind.List, 0, ImmutableCollectionsMarshal.AsArray(items) ?? [], of);

    /// <summary>A list of objects of one type, not copied.</summary>
    public static CelValue ListOf(CelObjectType of, IReadOnlyList<object> items) => new(CelKind.List, 0, items, of);

    /// <summary>A list made of at most so many values, at any depth.</summary>
    internal static CelValue ListOf(IReadOnlyList<CelValue> items, long size) => new(CelKind.List, size, items);

    public static CelValue MapOf(IEnumerable<KeyValuePair<string, CelValue>> entries)
    {
        var map = new CelMap();
        foreach (var (key, value) in entries)
        {
            map.TryAdd(Of(key), value);
        }

        return Map(map);
    }

    public static CelValue Object(CelObjectType type, object? instance) =>
        instance is null ? Null : new(CelKind.Object, 0, instance, type);

    public static CelValue Error(string message) => new(CelKind.Error, 0, message);

    internal static CelValue Map(CelMap map) => new(CelKind.Map, 0, map);

    internal static CelValue Bytes(string characters) => new(CelKind.Bytes, 0, characters);

    internal static CelValue Type(string name) => new(CelKind.Type, 0, name);

    internal static CelValue Duration(long nanos) => new(CelKind.Duration, nanos);

    /// <summary>Ticks since year 1 in UTC; nanoseconds below a tick ride along as a shared boxed number.</summary>
    internal static CelValue Timestamp(long ticks, object? boxedNanos) => new(CelKind.Timestamp, ticks, boxedNanos);

    /// <summary>The value as one would write it in a condition.</summary>
    public override string ToString() => CelText.Of(this);
}
