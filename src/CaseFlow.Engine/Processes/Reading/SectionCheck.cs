using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>The part of the shape check that is about keys: unknown ones and missing ones.</summary>
internal sealed class SectionCheck(ProblemList problems, ShapeCheck shapes)
{
    public void Check(YamlNode node, Shape shape, string what)
    {
        switch (shape)
        {
            case Shape.Keys(var section):
                CheckSection(node, section, what, node.Start);
                break;
            case Shape.MapOf map:
                CheckMap(node, map, what);
                break;
            case Shape.PathOf path:
                new PathCheck(shapes, this).Check(node, path, what);
                break;
            case Shape.Kinds kinds:
                new KindsCheck(problems, shapes, this).Check(node, kinds);
                break;
        }
    }

    /// <param name="named">Where the thing is named: that is where it lacks a key.</param>
    public void CheckSection(YamlNode node, Section section, string what, YamlPlace named)
    {
        if (node is not YamlMapping && node is not YamlScalar { IsNothing: true })
        {
            shapes.Wrong(node, $"{what} is described by keys ({Names(section)}), and here is {Say.Shown(node)}");
            return;
        }

        var entries = node is YamlMapping mapping ? mapping.Entries : [];
        foreach (var (key, value) in entries)
        {
            CheckKey(key, value, section);
        }

        foreach (var key in section.Keys.Where(key => key.Required && !entries.Any(entry => entry.Name == key.Name)))
        {
            problems.Add(named, ProblemCodes.MissingKey, $"{what} needs '{key.Name}': {LowerFirst(key.Meaning)}");
        }
    }

    private void CheckKey(YamlScalar name, YamlNode value, Section section)
    {
        switch (section.Find(name.Value))
        {
            case { } key when !Section.MayBeBare(key.Shape) && IsEmpty(value):
                problems.Add(
                    value is YamlScalar ? name.Start : value.Start,
                    ProblemCodes.MissingKey,
                    $"'{key.Name}' says nothing; fill it in{(key.Required ? "" : ", or remove it")}"
                );
                break;
            case { } key:
                shapes.Check(value, key.Shape, $"'{key.Name}'");
                break;
            default:
                problems.Add(name.Start, ProblemCodes.UnknownKey, Unknown(name.Value, section));
                break;
        }
    }

    private void CheckMap(YamlNode node, Shape.MapOf map, string what)
    {
        if (node is not YamlMapping { Entries: var entries })
        {
            shapes.Wrong(
                node,
                $"{what} holds {map.Nouns}, each a name with what belongs to it, and here is {Say.Shown(node)}"
            );
            return;
        }

        shapes.TooMany(node, entries.Length, map.Most, map.Nouns);
        foreach (var (name, value) in entries)
        {
            shapes.Check(name, map.Named, $"the name of a {map.Noun}");
            if (map.Of is Shape.Keys(var section))
            {
                CheckSection(value, section, $"{section.Noun} '{name.Value}'", name.Start);
            }
            else
            {
                shapes.Check(value, map.Of, $"'{name.Value}'");
            }
        }
    }

    private static bool IsEmpty(YamlNode node) =>
        node is YamlScalar { IsNothing: true } or YamlMapping { Entries: [] } or YamlSequence { Items: [] };

    private static string Unknown(string name, Section section)
    {
        var known = section.Keys.Select(key => key.Name);
        var near = Nearest.Suggest(name, known);
        return $"unknown key '{Say.Shortened(name)}' in {Say.A(section.Noun)}"
            + (near.Length > 0 ? near : $"; possible: {Names(section)}");
    }

    private static string Names(Section section) => string.Join(", ", section.Keys.Select(key => key.Name));

    // The first sentence, to go on with after a colon.
    private static string LowerFirst(string text) =>
        char.ToLowerInvariant(text[0]) + text[1..].Split(". ")[0].TrimEnd('.');
}
