using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Pieces of the sentences that authors read.</summary>
internal static class Say
{
    /// <summary>What stands in the file: the text in quotes, or what kind of thing it is.</summary>
    public static string Shown(YamlNode node) =>
        node is YamlScalar { IsNothing: false } scalar ? $"'{Shortened(scalar.Value)}'" : node.Kind;

    /// <summary>The noun with its article.</summary>
    public static string A(string noun) => noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? $"an {noun}" : $"a {noun}";

    public static string OneOf(ImmutableArray<string> words) =>
        words is [] ? "not possible, because the process declares none"
        : words is [var only] ? $"'{only}'"
        : $"one of {string.Join(", ", words)}";

    /// <summary>One line of it, and not too much of that.</summary>
    public static string Shortened(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : $"{line[..57]}...";
    }
}
