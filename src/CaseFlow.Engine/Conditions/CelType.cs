namespace CaseFlow.Engine.Conditions;

/// <summary>The type of a part of a condition, known when the condition is read.</summary>
public abstract record CelType
{
    private CelType() { }

    /// <summary>Not known before evaluation; goes with every other type.</summary>
    public static CelType Dyn { get; } = new Simple("dyn");

    public static CelType Bool { get; } = new Simple("bool");

    public static CelType Int { get; } = new Simple("int");

    public static CelType UInt { get; } = new Simple("uint");

    public static CelType Double { get; } = new Simple("double");

    public static CelType String { get; } = new Simple("string");

    public static CelType Bytes { get; } = new Simple("bytes");

    public static CelType Null { get; } = new Simple("null");

    public static CelType Timestamp { get; } = new Simple("timestamp");

    public static CelType Duration { get; } = new Simple("duration");

    /// <summary>The type of what <c>type(x)</c> gives.</summary>
    public static CelType Type { get; } = new Simple("type");

    public sealed record Simple : CelType
    {
        internal Simple(string name) => Name = name;

        public string Name { get; }
    }

    public sealed record List(CelType Of) : CelType;

    public sealed record Map(CelType Key, CelType Value) : CelType;

    public sealed record Object(CelObjectType Of) : CelType;

    /// <summary>May be unset, which conditions see as null; else a value of the type.</summary>
    public sealed record Nullable(CelType Of) : CelType;

    public sealed override string ToString() =>
        this switch
        {
            Simple simple => simple.Name,
            List(var of) => $"list({of})",
            Map(var key, var value) => $"map({key}, {value})",
            Object(var of) => of.Name,
            Nullable(var of) => of.ToString(),
            _ => GetType().Name,
        };
}
