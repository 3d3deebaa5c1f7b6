using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

/// <summary>
/// The filled fields of a case, by key. Small and read far more often than written, so one sorted array:
/// a case in memory costs 16 bytes a field beside the values.
/// </summary>
[JsonConverter(typeof(FieldValuesJson))]
public sealed class FieldValues : IReadOnlyCollection<KeyValuePair<string, FieldValue>>, IEquatable<FieldValues>
{
    private const int Few = 16;

    private readonly KeyValuePair<string, FieldValue>[] entries;

    private FieldValues(KeyValuePair<string, FieldValue>[] sorted) => entries = sorted;

    public static FieldValues Empty { get; } = new([]);

    public int Count => entries.Length;

    /// <summary>The value, or null where the field is not filled.</summary>
    public FieldValue? this[string key] =>
        entries.Length <= Few ? FindAmongFew(key)
        : Find(key) is var at and >= 0 ? entries[at].Value
        : null;

    /// <summary>Later pairs win over earlier ones of the same key.</summary>
    public static FieldValues Of(IEnumerable<KeyValuePair<string, FieldValue>> pairs)
    {
        var sorted = new SortedDictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
        {
            sorted[key] = value;
        }

        return sorted.Count == 0 ? Empty : new([.. sorted]);
    }

    /// <summary>With <paramref name="value"/> at <paramref name="key"/>; null empties the field.</summary>
    public FieldValues With(string key, FieldValue? value)
    {
        var at = Find(key);
        if (at < 0)
        {
            return value is null ? this : new([.. entries[..~at], new(key, value), .. entries[~at..]]);
        }

        if (value is null)
        {
            return entries.Length == 1 ? Empty : new([.. entries[..at], .. entries[(at + 1)..]]);
        }

        if (entries[at].Value == value)
        {
            return this;
        }

        KeyValuePair<string, FieldValue>[] changed = [.. entries];
        changed[at] = new(key, value);
        return new(changed);
    }

    public bool Equals(FieldValues? other) => other is not null && entries.AsSpan().SequenceEqual(other.entries);

    public override bool Equals(object? obj) => Equals(obj as FieldValues);

    public override int GetHashCode() => entries.Length == 0 ? 0 : HashCode.Combine(entries.Length, entries[0].Key);

    public IEnumerator<KeyValuePair<string, FieldValue>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, FieldValue>>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Names of different lengths differ at a glance, so that looking at all of a few beats searching them by their order.
    private FieldValue? FindAmongFew(string key)
    {
        foreach (ref readonly var entry in entries.AsSpan())
        {
            if (entry.Key == key)
            {
                return entry.Value;
            }
        }

        return null;
    }

    private int Find(string key)
    {
        var (low, high) = (0, entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(entries[middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}

internal sealed class FieldValuesJson : JsonConverter<FieldValues>
{
    private static readonly FieldValueJson Value = new();

    public override FieldValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var pairs = new List<KeyValuePair<string, FieldValue>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            reader.Read();
            pairs.Add(new(key, Value.Read(ref reader, typeof(FieldValue), options)));
        }

        return FieldValues.Of(pairs);
    }

    public override void Write(Utf8JsonWriter writer, FieldValues value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, field) in value)
        {
            writer.WritePropertyName(key);
            Value.Write(writer, field, options);
        }

        writer.WriteEndObject();
    }
}
