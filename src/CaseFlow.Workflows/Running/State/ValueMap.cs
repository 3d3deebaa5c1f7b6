using System.Text.Json.Serialization;

namespace CaseFlow.Workflows.Running.State;

/// <summary>Values by name, in the order in which they came.</summary>
[JsonConverter(typeof(ValueMapJson))]
public sealed class ValueMap : Dictionary<string, object?>
{
    public ValueMap()
        : base(StringComparer.Ordinal) { }

    public ValueMap(IEnumerable<KeyValuePair<string, object?>> values)
        : base(values, StringComparer.Ordinal) { }
}
