using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

/// <summary>The names that events are stored under, and by which whoever follows the cases asks for them.</summary>
public static class CaseEventTypes
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(CaseEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(type => type.DerivedType, type => (string)type.TypeDiscriminator!);

    public static ImmutableArray<string> All { get; } = [.. Names.Values.Order(StringComparer.Ordinal)];

    public static string Of(CaseEvent happened) => Names[happened.GetType()];
}
