using System.Text.RegularExpressions;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Workflows.Documents;

/// <summary>Reads the same tree written as YAML.</summary>
internal static partial class YamlDocumentReader
{
    public static DocumentNode? Read(string text, ProblemList problems) =>
        YamlTree.Read(text, problems, YamlLimits.Workflow) is { } root && !problems.Any
            ? Node(root, WrittenAs.Free)
            : null;

    private static DocumentNode Node(YamlNode node, WrittenAs place) =>
        node switch
        {
            YamlMapping mapping => Object(mapping, place),
            YamlSequence sequence => new DocumentList(
                sequence.Start.InDocument(),
                [.. sequence.Items.Select(item => Node(item, place))]
            ),
            YamlScalar scalar => Scalar(scalar, place),
            _ => throw new NotSupportedException(node.Kind),
        };

    private static DocumentObject Object(YamlMapping mapping, WrittenAs place)
    {
        var isText = mapping["typeName"] is YamlScalar { Value: "String" or "string" };
        return new DocumentObject(
            mapping.Start.InDocument(),
            [
                .. mapping.Entries.Select(entry => new DocumentMember(
                    entry.Key.Start.InDocument(),
                    entry.Name,
                    Node(entry.Value, TextKeys.Below(place, mapping, entry.Name, isText))
                )),
            ]
        );
    }

    private static DocumentNode Scalar(YamlScalar scalar, WrittenAs place)
    {
        var at = scalar.Start.InDocument();
        return scalar switch
        {
            { IsNothing: true } => new DocumentNothing(at),
            _ when place == WrittenAs.Text => new DocumentText(at, scalar.Value),
            { Flag: { } flag } => new DocumentFlag(at, flag, scalar.Value),
            { IsPlain: true } when Number().IsMatch(scalar.Value) => new DocumentNumber(at, scalar.Value),
            _ => new DocumentText(at, scalar.Value),
        };
    }

    // A number as JSON has it: 007 and 1e are names.
    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
