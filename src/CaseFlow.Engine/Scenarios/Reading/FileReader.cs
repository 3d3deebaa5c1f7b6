using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Scenarios.Reading.Keys;

namespace CaseFlow.Engine.Scenarios.Reading;

/// <summary>Reads the tree of a file of scenarios, whose shape has been checked.</summary>
internal sealed class FileReader(string file, CaseProcess process, FileKeys keys, ProblemList problems)
{
    public ImmutableArray<Scenario> Read(YamlNode root)
    {
        ImmutableArray<YamlMapping> entries = [.. root.Many().OfType<YamlMapping>()];
        var names = entries.Select(entry => entry.At(FileKeys.Scenario)).OfType<YamlScalar>();
        Distinct.Read(names, "scenario", problems);
        return [.. entries.Select(entry => new CourseReader(file, process, keys, problems).Read(entry))];
    }
}
