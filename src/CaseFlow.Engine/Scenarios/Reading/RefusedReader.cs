using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Scenarios.Reading.Keys;

namespace CaseFlow.Engine.Scenarios.Reading;

/// <summary>Reads an expected refusal.</summary>
internal static class RefusedReader
{
    public static ExpectedRefusal? Read(YamlNode? node, string file) =>
        node switch
        {
            YamlScalar { IsNothing: false } code => new ExpectedRefusal(code.PlaceIn(file), code.Value),
            YamlMapping keys => new ExpectedRefusal(keys.PlaceIn(file), keys.At(RefusedKeys.Code).AsText() ?? "")
            {
                Says = keys.At(RefusedKeys.Says).AsText(),
                Missing = Texts(keys.At(RefusedKeys.Missing)),
                Allowed = Texts(keys.At(RefusedKeys.Allowed)),
            },
            _ => null,
        };

    private static ImmutableArray<string>? Texts(YamlNode? node) =>
        node switch
        {
            null => null,
            YamlScalar { IsPlain: true, Value: ProcessWords.None } => [],
            _ => [.. node.ManyScalars().Select(text => text.Value)],
        };
}
