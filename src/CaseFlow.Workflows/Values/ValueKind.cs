namespace CaseFlow.Workflows.Values;

/// <summary>What kind of value a variable, an input or an output holds.</summary>
public enum ValueKind
{
    /// <summary>Anything, as it comes.</summary>
    Object,
    String,
    Boolean,
    Int16,
    Int32,
    Int64,
    Single,
    Double,
    Decimal,
    Guid,

    /// <summary>A moment; one without an offset is UTC.</summary>
    DateTime,
    DateTimeOffset,
    TimeSpan,
    Bytes,

    /// <summary>Any JSON; text that looks like an object or a list is read.</summary>
    Json,

    /// <summary>Names with values of one type.</summary>
    Dictionary,

    /// <summary>Values of one type in order.</summary>
    List,

    /// <summary>One of a few names.</summary>
    Choice,
}
