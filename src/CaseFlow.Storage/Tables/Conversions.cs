using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseFlow.Storage;

/// <summary>UTC ticks: SQLite has no date type, and numbers sort alike in both databases, whatever offset a caller used.</summary>
internal sealed class UtcTicks()
    : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>The 16 bytes of an id, highest first: half the size of its text, and ids of version 7 sort by their time.</summary>
internal sealed class IdBytes()
    : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

/// <summary>JSON is text in the database, for people and their queries, and UTF-8 here, for hashes and readers.</summary>
internal sealed class JsonText()
    : ValueConverter<byte[], string>(json => Encoding.UTF8.GetString(json), text => Encoding.UTF8.GetBytes(text));

/// <summary>Rows with JSON are read and added, never changed in place, so the bytes are compared as one value.</summary>
internal sealed class JsonBytes()
    : ValueComparer<byte[]>((left, right) => Same(left, right), bytes => bytes.Length, bytes => bytes)
{
    private static bool Same(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);
}

/// <summary>Files by name, as a JSON object.</summary>
internal sealed class FilesJson()
    : ValueConverter<ImmutableSortedDictionary<string, string>, string>(
        files => JsonSerializer.Serialize(files, JsonSerializerOptions.Default),
        text => Read(text)
    )
{
    private static ImmutableSortedDictionary<string, string> Read(string text) =>
        JsonSerializer
            .Deserialize<Dictionary<string, string>>(text)!
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
}

/// <summary>Versions are never changed, so their files are compared as one value.</summary>
internal sealed class SameFiles()
    : ValueComparer<ImmutableSortedDictionary<string, string>>(
        (left, right) => ReferenceEquals(left, right),
        files => files.Count,
        files => files
    );

/// <summary>States stand in the database by their names.</summary>
internal sealed class StateName() : ValueConverter<CaseState, string>(state => StateNames.Of(state), name => Read(name))
{
    private static CaseState Read(string name) =>
        StateNames.Find(name) ?? throw new FormatException($"There is no state '{name}'.");
}
