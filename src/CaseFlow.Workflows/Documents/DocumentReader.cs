using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Workflows.Definitions;
using static System.FormattableString;

namespace CaseFlow.Workflows.Documents;

/// <summary>Reads the tree of a workflow's file, whatever it says; writing it the other way is a conversion without loss.</summary>
public static class DocumentReader
{
    /// <param name="file">Its name; one that ends with <c>.yaml</c> or <c>.yml</c> holds YAML.</param>
    /// <returns>Null where it is not even that.</returns>
    public static DocumentNode? Read(string text, string file, out ImmutableArray<Problem> problems)
    {
        var found = new ProblemList(file);
        var document = Read(text, file, found);
        problems = found.InOrder();
        return document;
    }

    internal static DocumentNode? Read(string text, string file, ProblemList problems)
    {
        if (text.Length > YamlLimits.Workflow.Length)
        {
            problems.Add(
                YamlPlace.Start,
                WorkflowProblems.TooMuch,
                Invariant($"the file has {text.Length:N0} characters; {YamlLimits.Workflow.Length:N0} are the most")
            );
            return null;
        }

        var isYaml =
            file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        return isYaml ? YamlDocumentReader.Read(text, problems) : JsonDocumentReader.Read(text, problems);
    }
}
