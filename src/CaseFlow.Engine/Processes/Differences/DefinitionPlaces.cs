using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Differences;

/// <summary>Where the text of a definition says what, and how it writes it.</summary>
internal sealed class DefinitionPlaces(string source)
{
    private readonly YamlNode? root = YamlTree.Read(source, new ProblemList(""));

    public Said Top(string key) => Said.Of(root, key);

    public Said Status(string key) =>
        (root.At(ProcessKeys.Statuses) as YamlMapping)
            ?.Entries.Select(state => Said.Of(state.Value, key))
            .FirstOrDefault(said => said.Place is not null)
        ?? Said.Nothing;

    /// <summary>A field, a queue, a calendar or a policy: what stands under a key of the definition by a key of its own.</summary>
    public Said Named(string section, string key) => Said.Of((root as YamlMapping)?[section], key);

    public Said Stage(string key) =>
        StageReader.Entries(root.At(ProcessKeys.Stages)).FirstOrDefault(entry => entry.Name == key) is { } entry
            ? new Said(entry.Key.Start, entry.Value)
            : Said.Nothing;

    /// <param name="index">Of the step in its stage, from 0.</param>
    public Said Step(string stage, int index) => Item(Stage(stage).Value.At(StageKeys.Steps), index);

    /// <summary>An item of a list that the definition has under a key.</summary>
    public Said Item(string section, int index) => Item((root as YamlMapping)?[section], index);

    /// <summary>The n-th entry of the transitions that makes the move.</summary>
    public Said Move(Transition move, int nth)
    {
        foreach (var entry in (root.At(ProcessKeys.Transitions) as YamlSequence)?.Items ?? [])
        {
            var from = entry.At(TransitionKeys.From);
            var to = entry.At(TransitionKeys.To);
            if (Names(from, move.From) && (Names(to, move.To) || (IsSame(to) && move.From == move.To)) && nth-- == 0)
            {
                return new Said(entry.Start, entry);
            }
        }

        return Top(ProcessKeys.Transitions.Name);
    }

    private static bool IsSame(YamlNode? node) => node.AsText() == TransitionKeys.Same;

    private static bool Names(YamlNode? node, string status) =>
        node.AsText() == TransitionKeys.Any || node.ManyScalars().Any(name => name.Value == status);

    private static Said Item(YamlNode? list, int index) =>
        list is YamlSequence { Items: var items } && index < items.Length
            ? new Said(items[index].Start, items[index])
            : Said.Nothing;
}

/// <summary>What stands at a place.</summary>
internal sealed record Said(YamlPlace? Place, YamlNode? Value)
{
    public static Said Nothing { get; } = new(null, null);

    public DifferencePlace? Shown => Place is null ? null : new DifferencePlace(Place.Line, Place.Column);

    /// <summary>The value in one line, however it is written.</summary>
    public string Text => Value is null ? "" : TextOf(Value);

    public static Said Of(YamlNode? node, string key) =>
        (node as YamlMapping)?.Entries.FirstOrDefault(entry => entry.Name == key) is { } entry
            ? new Said(entry.Key.Start, entry.Value)
            : Nothing;

    /// <summary>What stands under a key in it; the whole where nothing does.</summary>
    public Said Part(string key) => Of(Value, key) is { Place: not null } part ? part : this with { Value = null };

    private static string TextOf(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => scalar.Value,
            YamlSequence { Items: var items } => string.Join(", ", items.Select(TextOf)),
            YamlMapping { Entries: var entries } => string.Join(
                ", ",
                entries.Select(entry =>
                    TextOf(entry.Value) is { Length: > 0 } text ? $"{entry.Name}: {text}" : entry.Name
                )
            ),
            _ => "",
        };
}
