using CaseFlow.Engine.Processes.Yaml;
using static System.FormattableString;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>
/// Compares a tree with the shape it should have and says where it differs. The readers that come after take what is
/// well shaped and pass over the rest in silence.
/// </summary>
internal sealed class ShapeCheck(ProblemList problems)
{
    private readonly TextCheck texts = new(problems);

    /// <summary>Some list is longer than any should be, so that looking further into the file is not worth its time.</summary>
    public bool PastLimits { get; private set; }

    /// <param name="what">How a sentence calls the value, such as <c>'title'</c>.</param>
    public void Check(YamlNode node, Shape shape, string what)
    {
        switch (shape)
        {
            case Shape.Text text:
                texts.Check(node, text, what);
                break;
            case Shape.Word word:
                texts.Check(node, word, what);
                break;
            case Shape.Label:
                texts.CheckLabel(node, what);
                break;
            case Shape.Condition:
                texts.CheckCondition(node, what);
                break;
            case Shape.Flag when node is not YamlScalar { Flag: not null }:
                Wrong(
                    node,
                    node is YamlScalar { IsPlain: false, Value: "true" or "false" }
                        ? $"{what} is true or false without quotes"
                        : $"{what} is true or false, and here is {Say.Shown(node)}"
                );
                break;
            case Shape.Presence when node is not YamlScalar { IsNothing: true } and not YamlScalar { Flag: true }:
                Wrong(node, $"{what} stands alone; remove what is behind it");
                break;
            case Shape.ShortOr { OrNothing: true } when node is YamlScalar { IsNothing: true }:
                break;
            case Shape.ShortOr(var brief, var section):
                Check(node, node is YamlMapping ? new Shape.Keys(section) : brief, what);
                break;
            case Shape.Whole(var least, var most):
                CheckWhole(node, least, most, what);
                break;
            case Shape.Number when node.AsNumber() is null:
                Wrong(node, $"{what} is a number, and here is {Say.Shown(node)}");
                break;
            case Shape.OneOrMany(var of):
                CheckOneOrMany(node, of, what);
                break;
            case Shape.ListOf list:
                CheckList(node, list, what);
                break;
            case Shape.WordOr(var word, var rest)
                when node is not YamlScalar { IsNothing: false } given || given.Value != word:
                CheckWordOr(node, word, rest, what);
                break;
            case Shape.MapOf or Shape.PathOf or Shape.Keys or Shape.Kinds:
                new SectionCheck(problems, this).Check(node, shape, what);
                break;
        }
    }

    public void TooMany(YamlNode node, int count, int most, string nouns)
    {
        if (count > most)
        {
            PastLimits = true;
            problems.Add(
                node.Start,
                ProblemCodes.TooMany,
                Invariant($"{count:N0} {nouns} are too many; {most:N0} are the most")
            );
        }
    }

    public void Wrong(YamlNode node, string message) => problems.Add(node.Start, ProblemCodes.WrongKind, message);

    private void CheckWhole(YamlNode node, int least, int most, string what)
    {
        if (node.AsNumber() is not { } number || number != decimal.Truncate(number))
        {
            Wrong(node, $"{what} is a whole number, and here is {Say.Shown(node)}");
        }
        else if (number < least || number > most)
        {
            problems.Add(
                node.Start,
                ProblemCodes.NumberOutOfRange,
                Invariant($"{what} is between {least:N0} and {most:N0}, and here is {number}")
            );
        }
    }

    private void CheckOneOrMany(YamlNode node, Shape of, string what)
    {
        foreach (var item in node.Many())
        {
            Check(item, of, node is YamlSequence ? $"each of {what}" : what);
        }
    }

    private void CheckList(YamlNode node, Shape.ListOf list, string what)
    {
        if (node is not YamlSequence sequence)
        {
            Wrong(node, $"{what} is a list, each entry with a '-' before it, and here is {Say.Shown(node)}");
            return;
        }

        TooMany(node, sequence.Items.Length, list.Most, list.Nouns);
        foreach (var item in sequence.Items)
        {
            Check(item, list.Of, list.Of is Shape.Keys(var section) ? $"the {section.Noun}" : $"each of {what}");
        }
    }

    private void CheckWordOr(YamlNode node, string word, Shape rest, string what)
    {
        if (node is YamlScalar)
        {
            Wrong(node, $"{what} is the word '{word}' or a list, and here is {Say.Shown(node)}");
        }
        else
        {
            Check(node, rest, what);
        }
    }
}
