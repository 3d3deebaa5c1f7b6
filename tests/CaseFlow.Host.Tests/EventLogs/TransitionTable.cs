using YamlDotNet.RepresentationModel;

namespace CaseFlow.Host.Tests.EventLogs;

/// <summary>
/// The transition table of a definition, taken from its YAML without the engine: a second opinion on what a log may do.
/// It knows what our definitions for the two logs use: lists, <c>from: any</c>, and <c>to: same</c>.
/// </summary>
internal sealed class TransitionTable
{
    private readonly HashSet<string> initial = new(StringComparer.Ordinal);
    private readonly HashSet<(string From, string To)> moves = [];
    private readonly Dictionary<string, string> byTitle = new(StringComparer.Ordinal);

    public TransitionTable(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var keys = new List<string>();
        foreach (var (_, state) in (YamlMappingNode)root["statuses"])
        {
            foreach (var (key, body) in (YamlMappingNode)state)
            {
                keys.Add(Text(key));
                byTitle[Text(body["title"])] = Text(key);
                if (((YamlMappingNode)body).Children.TryGetValue("initial", out var flag) && Text(flag) == "true")
                {
                    initial.Add(Text(key));
                }
            }
        }

        foreach (var entry in (YamlSequenceNode)root["transitions"])
        {
            foreach (var from in Many(entry["from"]).SelectMany(name => name == "any" ? keys : [name]))
            {
                moves.UnionWith(Many(entry["to"]).Select(to => (from, to == "same" ? from : to)));
            }
        }
    }

    /// <summary>The key of the status with this title.</summary>
    public string? KeyOf(string title) => byTitle.GetValueOrDefault(title);

    /// <summary>Where a case is after an event that leads to a status, or null where the table has no such move.</summary>
    /// <param name="from">Null for a case that does not exist yet.</param>
    public string? After(string? from, string? to) =>
        to is not null && (from is null ? initial.Contains(to) : moves.Contains((from, to))) ? to : null;

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static IEnumerable<string> Many(YamlNode node) =>
        node is YamlSequenceNode list ? list.Select(Text) : [Text(node)];
}
