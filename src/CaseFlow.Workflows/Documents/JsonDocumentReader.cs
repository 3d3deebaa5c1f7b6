using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Documents;

/// <summary>Reads JSON into a tree that knows its places.</summary>
internal static class JsonDocumentReader
{
    public static DocumentNode? Read(string text, ProblemList problems)
    {
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var options = new JsonReaderOptions { MaxDepth = YamlLimits.Workflow.Depth };
        var reader = new Utf8JsonReader(bytes, options);
        var places = new JsonPlaces(bytes);
        try
        {
            reader.Read();
            var root = ReadValue(ref reader, places, problems);
            // Anything behind the value is refused here.
            reader.Read();
            return root;
        }
        catch (JsonException wrong)
        {
            var isDepth = wrong.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase);
            problems.Add(
                places.Of(wrong.LineNumber ?? 0, wrong.BytePositionInLine ?? 0),
                isDepth ? WorkflowProblems.TooMuch : WorkflowProblems.Syntax,
                isDepth
                    ? $"this is nested deeper than {YamlLimits.Workflow.Depth} levels"
                    : $"this is no JSON: {Explain(wrong.Message)}"
            );
            return null;
        }
    }

    private static DocumentNode ReadValue(ref Utf8JsonReader reader, JsonPlaces places, ProblemList problems)
    {
        var at = places.At(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, at, places, problems),
            JsonTokenType.StartArray => ReadList(ref reader, at, places, problems),
            JsonTokenType.String => new DocumentText(at, Text(ref reader, at, problems)),
            JsonTokenType.Number => new DocumentNumber(at, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => new DocumentFlag(at, Value: true, "true"),
            JsonTokenType.False => new DocumentFlag(at, Value: false, "false"),
            _ => new DocumentNothing(at),
        };
    }

    private static DocumentObject ReadObject(
        ref Utf8JsonReader reader,
        DocumentPlace at,
        JsonPlaces places,
        ProblemList problems
    )
    {
        var members = ImmutableArray.CreateBuilder<DocumentMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var nameAt = places.At(reader.TokenStartIndex);
            var name = Text(ref reader, nameAt, problems);
            reader.Read();
            var value = ReadValue(ref reader, places, problems);
            if (names.Add(name))
            {
                members.Add(new DocumentMember(nameAt, name, value));
            }
            else
            {
                problems.Add(nameAt.InYaml(), WorkflowProblems.TwiceInObject, $"'{name}' stands here a second time");
            }
        }

        return new DocumentObject(at, members.DrainToImmutable());
    }

    private static DocumentList ReadList(
        ref Utf8JsonReader reader,
        DocumentPlace at,
        JsonPlaces places,
        ProblemList problems
    )
    {
        var items = ImmutableArray.CreateBuilder<DocumentNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader, places, problems));
        }

        return new DocumentList(at, items.DrainToImmutable());
    }

    // Half of a surrogate pair in an escape is valid JSON and no text.
    private static string Text(ref Utf8JsonReader reader, DocumentPlace at, ProblemList problems)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            problems.Add(at.InYaml(), WorkflowProblems.Syntax, "this text holds half of a character");
            return "";
        }
    }

    private static string Explain(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
