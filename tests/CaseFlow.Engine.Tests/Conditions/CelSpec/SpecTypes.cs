using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Tests.Conditions.CelSpec;

/// <summary>Reads the types that the specification's cases declare.</summary>
internal static class SpecTypes
{
    public static CelType Read(TextProto? type) =>
        type?.Names.FirstOrDefault() switch
        {
            "primitive" => Primitive(type.Text("primitive")!),
            "wrapper" => new CelType.Nullable(Primitive(type.Text("wrapper")!)),
            "null" => CelType.Null,
            "list_type" => new CelType.List(Read(type.Message("list_type")!.Message("elem_type"))),
            "map_type" => new CelType.Map(
                Read(type.Message("map_type")!.Message("key_type")),
                Read(type.Message("map_type")!.Message("value_type"))
            ),
            "well_known" => WellKnown(type.Text("well_known")!),
            "message_type" => WellKnown(type.Text("message_type")!),
            _ => CelType.Dyn,
        };

    private static CelType Primitive(string name) =>
        name switch
        {
            "BOOL" => CelType.Bool,
            "INT64" => CelType.Int,
            "UINT64" => CelType.UInt,
            "DOUBLE" => CelType.Double,
            "STRING" => CelType.String,
            "BYTES" => CelType.Bytes,
            _ => CelType.Dyn,
        };

    private static CelType WellKnown(string name) =>
        name switch
        {
            "TIMESTAMP" or "google.protobuf.Timestamp" => CelType.Timestamp,
            "DURATION" or "google.protobuf.Duration" => CelType.Duration,
            _ => CelType.Dyn,
        };
}
