using System.Collections.Frozen;

namespace CaseFlow.Engine.Conditions;

/// <summary>Every function of conditions by its name.</summary>
internal static class CelFunctions
{
    public static readonly FrozenDictionary<string, CelFunction> All = StringFunctions
        .All.Concat(CollectionFunctions.All)
        .Concat(ConversionFunctions.All)
        .Concat(TimeFunctions.All)
        .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    public static CelValue NoOverload(string name, CelValue value) =>
        CelValue.Error($"'{name}' does not work on {CelText.KindName(value)}");

    public static CelValue NoOverload(string name, CelValue left, CelValue right) =>
        CelValue.Error($"'{name}' does not work on {CelText.KindName(left)} and {CelText.KindName(right)}");
}
