namespace CaseFlow.Engine.Tests.Conditions.CelSpec;

/// <summary>The cases of the specification that lie outside of what conditions are, each list with its reason.</summary>
internal static class NotSupported
{
    // A condition works with the values of a case; it makes no protobuf messages, and none of their types are known.
    private static readonly string[] messages =
    [
        "comparisons/eq_literal/not_eq_dyn_proto2_msg_null",
        "comparisons/eq_literal/not_eq_dyn_proto3_msg_null",
        "comparisons/eq_wrapper/eq_bool_proto2_null",
        "comparisons/eq_wrapper/eq_bool_proto3_null",
        "comparisons/eq_wrapper/eq_bytes_proto2_null",
        "comparisons/eq_wrapper/eq_bytes_proto3_null",
        "comparisons/eq_wrapper/eq_double_proto2_null",
        "comparisons/eq_wrapper/eq_double_proto3_null",
        "comparisons/eq_wrapper/eq_float_proto2_null",
        "comparisons/eq_wrapper/eq_float_proto3_null",
        "comparisons/eq_wrapper/eq_int32_proto2_null",
        "comparisons/eq_wrapper/eq_int32_proto3_null",
        "comparisons/eq_wrapper/eq_int64_proto2_null",
        "comparisons/eq_wrapper/eq_int64_proto3_null",
        "comparisons/eq_wrapper/eq_string_proto2_null",
        "comparisons/eq_wrapper/eq_string_proto3_null",
        "comparisons/eq_wrapper/eq_uint32_proto2_null",
        "comparisons/eq_wrapper/eq_uint32_proto3_null",
        "comparisons/eq_wrapper/eq_uint64_proto2_null",
        "comparisons/eq_wrapper/eq_uint64_proto3_null",
        "comparisons/eq_wrapper/eq_proto2",
        "comparisons/eq_wrapper/eq_proto3",
        "comparisons/eq_wrapper/eq_proto2_missing_fields_neq",
        "comparisons/eq_wrapper/eq_proto3_missing_fields_neq",
        "comparisons/eq_wrapper/eq_proto_nan_equal",
        "comparisons/eq_wrapper/eq_proto_different_types",
        "comparisons/eq_wrapper/eq_proto2_any_unpack_equal",
        "comparisons/eq_wrapper/eq_proto2_any_unpack_not_equal",
        "comparisons/eq_wrapper/eq_proto2_any_unpack_bytewise_fallback_not_equal",
        "comparisons/eq_wrapper/eq_proto2_any_unpack_bytewise_fallback_equal",
        "comparisons/eq_wrapper/eq_proto3_any_unpack_equal",
        "comparisons/eq_wrapper/eq_proto3_any_unpack_not_equal",
        "comparisons/eq_wrapper/eq_proto3_any_unpack_bytewise_fallback_not_equal",
        "comparisons/eq_wrapper/eq_proto3_any_unpack_bytewise_fallback_equal",
        "comparisons/ne_literal/ne_proto2",
        "comparisons/ne_literal/ne_proto3",
        "comparisons/ne_literal/ne_proto2_missing_fields_neq",
        "comparisons/ne_literal/ne_proto3_missing_fields_neq",
        "comparisons/ne_literal/ne_proto_nan_not_equal",
        "comparisons/ne_literal/ne_proto_different_types",
        "comparisons/ne_literal/ne_proto2_any_unpack",
        "comparisons/ne_literal/ne_proto2_any_unpack_bytewise_fallback",
        "comparisons/ne_literal/ne_proto3_any_unpack",
        "comparisons/ne_literal/ne_proto3_any_unpack_bytewise_fallback",
    ];

    // Conditions speak of what may be unset as null; the wrapper messages that stand for it elsewhere cannot be written.
    private static readonly string[] wellKnownMessages =
    [
        "comparisons/eq_literal/eq_dyn_json_null",
        "comparisons/eq_wrapper/eq_bool",
        "comparisons/eq_wrapper/eq_bool_empty",
        "comparisons/eq_wrapper/eq_bool_not_null",
        "comparisons/eq_wrapper/eq_bytes",
        "comparisons/eq_wrapper/eq_bytes_empty",
        "comparisons/eq_wrapper/eq_bytes_not_null",
        "comparisons/eq_wrapper/eq_double",
        "comparisons/eq_wrapper/eq_double_empty",
        "comparisons/eq_wrapper/eq_double_not_null",
        "comparisons/eq_wrapper/eq_float",
        "comparisons/eq_wrapper/eq_float_empty",
        "comparisons/eq_wrapper/eq_float_not_null",
        "comparisons/eq_wrapper/eq_int32",
        "comparisons/eq_wrapper/eq_int32_empty",
        "comparisons/eq_wrapper/eq_int32_not_null",
        "comparisons/eq_wrapper/eq_int64",
        "comparisons/eq_wrapper/eq_int64_empty",
        "comparisons/eq_wrapper/eq_int64_not_null",
        "comparisons/eq_wrapper/eq_string",
        "comparisons/eq_wrapper/eq_string_empty",
        "comparisons/eq_wrapper/eq_string_not_null",
        "comparisons/eq_wrapper/eq_uint32",
        "comparisons/eq_wrapper/eq_uint32_empty",
        "comparisons/eq_wrapper/eq_uint32_not_null",
        "comparisons/eq_wrapper/eq_uint64",
        "comparisons/eq_wrapper/eq_uint64_empty",
        "comparisons/eq_wrapper/eq_uint64_not_null",
    ];

    public static IEnumerable<string> Names => messages.Concat(wellKnownMessages);
}
