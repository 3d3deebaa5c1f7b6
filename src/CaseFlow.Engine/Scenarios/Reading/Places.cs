using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Scenarios.Reading;

/// <summary>Places that outlive the reading.</summary>
internal static class Places
{
    public static ScenarioPlace PlaceIn(this YamlNode node, string file) =>
        new(file, node.Start.Line, node.Start.Column);
}
