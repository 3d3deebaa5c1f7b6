using CaseFlow.Engine.Processes.Yaml;
using static System.FormattableString;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>The part of the shape check that is about single texts: free ones, words, labels and conditions.</summary>
internal sealed class TextCheck(ProblemList problems)
{
    // A longer list helps nobody who has only mistyped one of its words.
    private const int Listed = 12;

    public void Check(YamlNode node, Shape.Text text, string what)
    {
        if (node is not YamlScalar { IsNothing: false } scalar)
        {
            Wrong(node, $"{what} is {text.Form}, and here is {node.Kind}");
        }
        else if (scalar.Value.Length > text.Most)
        {
            problems.Add(
                node.Start,
                ProblemCodes.TooMany,
                Invariant($"{what} has {scalar.Value.Length:N0} characters; {text.Most:N0} are the most")
            );
        }
        else if (!text.Fits(scalar.Value))
        {
            var here = text.IsHidden ? "" : $", and here is {Say.Shown(scalar)}";
            problems.Add(node.Start, text.Code, $"{what} is {text.Form}{here}");
        }
    }

    public void Check(YamlNode node, Shape.Word word, string what)
    {
        if (node is not YamlScalar { IsNothing: false } scalar)
        {
            Wrong(node, $"{what} is {Say.OneOf(word.Words)}, and here is {node.Kind}");
        }
        else if (!word.Words.Contains(scalar.Value, StringComparer.Ordinal))
        {
            var near = Nearest.Suggest(scalar.Value, word.Words);
            problems.Add(
                node.Start,
                word.Code,
                near.Length > 0 && word.Words.Length > Listed
                    ? $"{what} cannot be {Say.Shown(scalar)}{near}"
                    : $"{what} is {Say.OneOf(word.Words)}, and here is {Say.Shown(scalar)}{near}"
            );
        }
    }

    public void CheckLabel(YamlNode node, string what)
    {
        if (node is not YamlMapping { Entries: [_, ..] entries })
        {
            Check(node, Shape.AnyText, what);
            return;
        }

        foreach (var (language, text) in entries)
        {
            Check(language, Shape.Language, $"in {what}, each key");
            Check(text, Shape.AnyText, $"{what} in '{language.Value}'");
        }
    }

    public void CheckCondition(YamlNode node, string what)
    {
        if (node is YamlMapping)
        {
            Wrong(
                node,
                $"{what} is a condition, and its ': ' makes YAML read it as a key; put the whole condition in double quotes"
            );
        }
        else if (node is not YamlScalar { IsNothing: false })
        {
            Wrong(node, $"{what} is a condition, and here is {node.Kind}");
        }
        else if (((YamlScalar)node).Value.Length > Shape.Condition.Most)
        {
            Check(node, new Shape.Text { Most = Shape.Condition.Most }, what);
        }
    }

    private void Wrong(YamlNode node, string message) => problems.Add(node.Start, ProblemCodes.WrongKind, message);
}
