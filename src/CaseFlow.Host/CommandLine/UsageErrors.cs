using System.CommandLine;
using CaseFlow.Engine;

namespace CaseFlow.Host.CommandLine;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageErrors
{
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens;
        if (command is RootCommand root)
        {
            var verbs = root.Subcommands.Select(verb => verb.Name).ToList();
            return unknown is [var word, ..]
                ? [$"'{word}' is no verb{Help(word, verbs)}"]
                : [$"A verb is missing; known: {string.Join(", ", verbs)}."];
        }

        var options = command.Options.Select(option => option.Name).Append(CaseFlowCommand.Json.Name).ToList();
        var isUnknown = unknown.ToLookup(word => word.StartsWith('-'));
        return
        [
            .. isUnknown[true].Select(word => $"'{word}' is no option of '{command.Name}'{Help(word, options)}"),
            // What follows an unknown option belongs to it.
            .. isUnknown[true].Any()
                ? []
                : isUnknown[false].Select(word => $"'{command.Name}' does not know what to do with '{word}'."),
            .. parsed
                .Errors.Select(error => error.Message)
                .Where(message => !unknown.Any(word => message.Contains($"'{word}'", StringComparison.Ordinal))),
        ];
    }

    private static string Help(string word, List<string> known) =>
        Nearest.Suggest(word, known) is { Length: > 0 } near ? near : $"; known: {string.Join(", ", known)}.";
}
