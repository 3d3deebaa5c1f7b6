using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>The part of the shape check that is about things of several kinds, each told by the key that leads it.</summary>
internal sealed class KindsCheck(ProblemList problems, ShapeCheck shapes, SectionCheck sections)
{
    public void Check(YamlNode node, Shape.Kinds kinds)
    {
        ImmutableArray<string> leads = [.. kinds.Of.Select(kind => kind.Keys[0].Name)];
        if (node is YamlScalar { IsNothing: false } bare)
        {
            CheckBare(bare, kinds, leads);
            return;
        }

        if (node is not YamlMapping mapping)
        {
            shapes.Wrong(
                node,
                $"{Say.A(kinds.Noun)} begins with one of {string.Join(", ", leads)}, and here is {node.Kind}"
            );
            return;
        }

        ImmutableArray<YamlEntry> found =
        [
            .. mapping.Entries.Where(entry => leads.Contains(entry.Name, StringComparer.Ordinal)),
        ];
        if (found is [])
        {
            SayNone(mapping, kinds, leads);
        }
        else if (found is [var first, var second, ..] && first.Name != second.Name)
        {
            problems.Add(
                second.Key.Start,
                ProblemCodes.UnknownKey,
                $"'{first.Name}' and '{second.Name}' do not go together in one {kinds.Noun}; make two of them"
            );
        }
        else
        {
            var kind = kinds.Of.First(section => section.Keys[0].Name == found[0].Name);
            sections.CheckSection(mapping, kind, NameOf(kind, found[0]), mapping.Start);
        }
    }

    private void CheckBare(YamlScalar bare, Shape.Kinds kinds, ImmutableArray<string> leads)
    {
        if (!kinds.Of.Any(kind => Section.MayBeBare(kind.Keys[0].Shape) && kind.Keys[0].Name == bare.Value))
        {
            problems.Add(
                bare.Start,
                ProblemCodes.UnknownWord,
                leads.Contains(bare.Value, StringComparer.Ordinal)
                    ? $"'{bare.Value}' says too little; write '{bare.Value}: ' and what it is about"
                    : $"{Say.A(kinds.Noun)} begins with one of {string.Join(", ", leads)}, and here is {Say.Shown(bare)}"
                        + Nearest.Suggest(bare.Value, leads)
            );
        }
    }

    private void SayNone(YamlMapping mapping, Shape.Kinds kinds, ImmutableArray<string> leads)
    {
        ImmutableArray<string> others = [.. kinds.Of.SelectMany(kind => kind.Keys.Skip(1).Select(key => key.Name))];
        var odd = mapping.Entries.FirstOrDefault(entry => !others.Contains(entry.Name, StringComparer.Ordinal));
        problems.Add(
            odd?.Key.Start ?? mapping.Start,
            ProblemCodes.UnknownKey,
            $"{Say.A(kinds.Noun)} begins with one of {string.Join(", ", leads)}"
                + (
                    odd is null
                        ? ", and here is none of them"
                        : $", and here is '{odd.Name}'{Nearest.Suggest(odd.Name, leads)}"
                )
        );
    }

    private static string NameOf(Section kind, YamlEntry lead) =>
        kind.Keys[0].Shape is Shape.Text && lead.Value.AsText() is { } name
            ? $"{kind.Noun} '{name}'"
            : $"the {kind.Noun}";
}
