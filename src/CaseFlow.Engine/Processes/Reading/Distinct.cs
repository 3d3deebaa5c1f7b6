using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads names that may stand only once.</summary>
internal static class Distinct
{
    public static ImmutableArray<string> Read(IEnumerable<YamlScalar> names, string noun, ProblemList problems)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var ordered = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names.Where(name => !name.IsNothing))
        {
            if (found.Add(name.Value))
            {
                ordered.Add(name.Value);
            }
            else
            {
                problems.Add(name.Start, ProblemCodes.DuplicateName, $"{noun} '{name.Value}' stands here twice");
            }
        }

        return ordered.DrainToImmutable();
    }
}
