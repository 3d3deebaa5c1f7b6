using System.Diagnostics.CodeAnalysis;

namespace CaseFlow.Workflows.Values;

/// <summary>Reads a type as definitions name it: an alias in any case, or the name of a .NET type.</summary>
public static class TypeNames
{
    /// <summary>The aliases, each with its type; the order is that of the documentation.</summary>
    public static ImmutableArray<KeyValuePair<string, DeclaredType>> Aliases { get; } =
    [
        new("Object", DeclaredType.Object),
        new("String", DeclaredType.String),
        new("Boolean", DeclaredType.Boolean),
        new("Int16", new DeclaredType(ValueKind.Int16)),
        new("Int32", DeclaredType.Int32),
        new("Int64", DeclaredType.Int64),
        new("Long", DeclaredType.Int64),
        new("Single", new DeclaredType(ValueKind.Single)),
        new("Double", DeclaredType.Double),
        new("Decimal", new DeclaredType(ValueKind.Decimal)),
        new("Guid", new DeclaredType(ValueKind.Guid)),
        new("DateTime", new DeclaredType(ValueKind.DateTime)),
        new("DateTimeOffset", DeclaredType.DateTimeOffset),
        new("TimeSpan", DeclaredType.TimeSpan),
        new("ByteArray", new DeclaredType(ValueKind.Bytes)),
        new("Stream", new DeclaredType(ValueKind.Bytes)),
        new("JSON", DeclaredType.Json),
        new("ExpandoObject", DeclaredType.Json),
        new("JsonElement", DeclaredType.Json),
        new("JsonNode", DeclaredType.Json),
        new("JsonObject", DeclaredType.ObjectDictionary),
        new("JsonArray", DeclaredType.ObjectList),
        new("StringDictionary", DeclaredType.StringDictionary),
        new("StringMap", DeclaredType.StringDictionary),
        new("ObjectDictionary", DeclaredType.ObjectDictionary),
        new("ObjectMap", DeclaredType.ObjectDictionary),
    ];

    private static readonly Dictionary<string, DeclaredType> ByName = new(Aliases, StringComparer.OrdinalIgnoreCase)
    {
        ["Byte[]"] = new DeclaredType(ValueKind.Bytes),
        ["bool"] = DeclaredType.Boolean,
        ["int"] = DeclaredType.Int32,
        ["float"] = new DeclaredType(ValueKind.Single),
    };

    private static readonly string[] Lists =
    [
        "List",
        "IList",
        "ICollection",
        "IEnumerable",
        "IReadOnlyList",
        "HashSet",
    ];

    private static readonly string[] Dictionaries = ["Dictionary", "IDictionary", "IReadOnlyDictionary"];

    /// <summary>Reads a type's name.</summary>
    /// <param name="isCollection">Whether the declaration says <c>isArray</c> or <c>isCollection</c>.</param>
    /// <returns>Whether the name means a type; a variable with another is not made.</returns>
    public static bool TryRead(string? name, bool isCollection, [NotNullWhen(true)] out DeclaredType? type)
    {
        type = Read(name?.Trim() ?? "");
        type = type is not null && isCollection ? DeclaredType.ListOf(type) : type;
        return type is not null;
    }

    private static DeclaredType? Read(string name)
    {
        var plain = WithoutAssembly(name);
        if (ByName.TryGetValue(plain, out var known))
        {
            return known;
        }

        return plain switch
        {
            [.. var inner, '?'] => Read(inner) is { } type ? type with { Nullable = true } : null,
            [.. var inner, '[', ']'] => Read(inner) is { } element ? DeclaredType.ListOf(element) : null,
            [.., '>'] => ReadGeneric(plain),
            _ => plain.LastIndexOf('.') is var dot and >= 0 ? Read(plain[(dot + 1)..]) : null,
        };
    }

    private static DeclaredType? ReadGeneric(string name)
    {
        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open < 0)
        {
            return null;
        }

        var container = name[..open][(name[..open].LastIndexOf('.') + 1)..];
        var arguments = name[(open + 1)..^1].Split(',', 2, StringSplitOptions.TrimEntries);

        return arguments switch
        {
            [var of] when Named(Lists, container) && Read(of) is { } element => DeclaredType.ListOf(element),
            [var of] when Named(["Nullable"], container) && Read(of) is { } type => type with { Nullable = true },
            [_, var of] when Named(Dictionaries, container) && Read(of) is { } element => DeclaredType.DictionaryOf(
                element
            ),
            _ => null,
        };
    }

    private static bool Named(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    // `System.String, System.Private.CoreLib` names its assembly after a comma that is not within <>.
    private static string WithoutAssembly(string name)
    {
        var comma = name.IndexOf(',', name.LastIndexOf('>') + 1);
        return comma < 0 ? name : name[..comma].TrimEnd();
    }
}
