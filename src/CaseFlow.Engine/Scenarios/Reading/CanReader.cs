using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Scenarios.Reading.Keys;

namespace CaseFlow.Engine.Scenarios.Reading;

/// <summary>Reads commands that can, or cannot, be given: <c>pick</c>, <c>resolve problem-solved</c>.</summary>
internal sealed class CanReader(string file, FileKeys keys, ProblemList problems)
{
    private readonly ImmutableArray<string> commands = [.. keys.Step.Commands.Select(command => command.Name)];

    public IEnumerable<Expectation> Read(YamlNode node, bool possible, Actor by, DateTimeOffset at)
    {
        foreach (var text in node.ManyScalars().Where(text => !text.IsNothing))
        {
            var words = text.Value.Split(
                ' ',
                2,
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            );
            var (command, target) = (words is [var first, ..] ? first : "", words is [_, var second] ? second : null);
            if (!commands.Contains(command, StringComparer.Ordinal))
            {
                problems.Add(
                    text.Start,
                    ProblemCodes.Command,
                    $"unknown command '{command}'{HelpWith(command, commands)}"
                );
            }
            else if (target is null || IsTarget(text, command, target))
            {
                yield return new Expectation.Can(text.PlaceIn(file), command, target, possible, by, at);
            }
        }
    }

    private bool IsTarget(YamlScalar text, string command, string target)
    {
        var (known, noun, code) = command switch
        {
            "status" or "resolve" or "cancel" or "reactivate" => (
                keys.Words.Statuses,
                "status",
                ProblemCodes.UnknownStatus
            ),
            "stage" => (
                [ProcessWords.Next, ProcessWords.Back, .. keys.Words.Stages],
                "stage",
                ProblemCodes.UnknownStage
            ),
            "queue" => (keys.Words.Queues, "queue", ProblemCodes.UnknownQueue),
            _ => (ImmutableArray<string>.Empty, "", ProblemCodes.Command),
        };
        if (known.Contains(target, StringComparer.Ordinal))
        {
            return true;
        }

        problems.Add(
            text.Start,
            code,
            noun.Length == 0
                ? $"'{command}' leads nowhere in particular; remove '{target}'"
                : $"unknown {noun} '{target}' behind '{command}'{HelpWith(target, known)}"
        );
        return false;
    }

    private static string HelpWith(string word, ImmutableArray<string> known) =>
        Nearest.Suggest(word, known) is { Length: > 0 } near ? near
        : known.IsEmpty ? ""
        : $"; known: {string.Join(", ", known)}";
}
