namespace CaseFlow.Engine.Conditions;

/// <summary>What a <see cref="CelValue"/> is at the moment of evaluation.</summary>
public enum CelKind
{
    Null,
    Bool,
    Int,
    UInt,
    Double,
    String,
    Bytes,
    Timestamp,
    Duration,
    List,
    Map,
    Object,
    Type,
    Error,
}
