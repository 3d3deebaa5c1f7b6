using System.Collections.Frozen;

namespace CaseFlow.Engine.Conditions;

/// <summary>The names by which conditions speak of types, as in <c>type(x) == int</c>.</summary>
internal static class CelTypeNames
{
    private static readonly FrozenDictionary<CelKind, CelValue> names = new Dictionary<CelKind, CelValue>
    {
        [CelKind.Null] = CelValue.Type("null_type"),
        [CelKind.Bool] = CelValue.Type("bool"),
        [CelKind.Int] = CelValue.Type("int"),
        [CelKind.UInt] = CelValue.Type("uint"),
        [CelKind.Double] = CelValue.Type("double"),
        [CelKind.String] = CelValue.Type("string"),
        [CelKind.Bytes] = CelValue.Type("bytes"),
        [CelKind.Timestamp] = CelValue.Type("google.protobuf.Timestamp"),
        [CelKind.Duration] = CelValue.Type("google.protobuf.Duration"),
        [CelKind.List] = CelValue.Type("list"),
        [CelKind.Map] = CelValue.Type("map"),
        [CelKind.Type] = CelValue.Type("type"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, CelValue> byName = names.Values.ToFrozenDictionary(
        type => type.TypeName,
        StringComparer.Ordinal
    );

    public static CelValue Of(CelValue value) =>
        value.Kind == CelKind.Object ? CelValue.Type(value.ObjectType!.Name) : names[value.Kind];

    public static CelValue? Find(string name) => byName.TryGetValue(name, out var type) ? type : null;
}
