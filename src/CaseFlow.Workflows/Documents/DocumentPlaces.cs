using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Workflows.Documents;

/// <summary>Places between the two trees.</summary>
internal static class DocumentPlaces
{
    public static YamlPlace InYaml(this DocumentPlace at) => new(at.Line, at.Column);

    public static DocumentPlace InDocument(this YamlPlace at) => new(at.Line, at.Column);
}
