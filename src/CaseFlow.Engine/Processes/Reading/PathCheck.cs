using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>The part of the shape check that is about names in an order that matters.</summary>
internal sealed class PathCheck(ShapeCheck shapes, SectionCheck sections)
{
    public void Check(YamlNode node, Shape.PathOf path, string what)
    {
        if (node is not YamlSequence sequence)
        {
            shapes.Wrong(node, $"{what} is a list, because its order matters: write '- ' before the name of each");
            return;
        }

        shapes.TooMany(node, sequence.Items.Length, path.Most, path.Nouns);
        foreach (var item in sequence.Items)
        {
            CheckItem(item, path.Of);
        }
    }

    private void CheckItem(YamlNode item, Section section)
    {
        switch (item)
        {
            case YamlScalar { IsNothing: false } bare:
                shapes.Check(bare, Shape.Name, $"the name of a {section.Noun}");
                break;
            case YamlMapping { Entries: [var (name, value)] }:
                shapes.Check(name, Shape.Name, $"the name of a {section.Noun}");
                sections.CheckSection(value, section, $"{section.Noun} '{name.Value}'", name.Start);
                break;
            // The classic slip: what belongs under the name stands beside it.
            case YamlMapping { Entries: [var (name, _), var (second, _), ..] }:
                shapes.Wrong(
                    second,
                    $"'{second.Value}' stands beside {section.Noun} '{name.Value}' and should stand under it; indent it by two more"
                );
                break;
            default:
                shapes.Wrong(item, $"a {section.Noun} is a name with what belongs to it, and here is {item.Kind}");
                break;
        }
    }
}
