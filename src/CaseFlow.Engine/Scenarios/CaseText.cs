using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Scenarios.Reading.Keys;

namespace CaseFlow.Engine.Scenarios;

/// <summary>A case as scenarios speak of it: each property as text.</summary>
internal static class CaseText
{
    public static string Path(IEnumerable<string> stages) => string.Join(" > ", stages);

    public static string Fired(IEnumerable<string> rules) =>
        string.Join(", ", rules) is { Length: > 0 } names ? names : ProcessWords.None;

    /// <param name="rule">The routing rule that sent the case to a queue last.</param>
    /// <param name="fired">The automation rules that fired.</param>
    public static string Of(
        Case about,
        string property,
        string? rule,
        IEnumerable<string> fired,
        ImmutableDictionary<Guid, CustomerFacts> people
    ) =>
        property switch
        {
            "state" => StateNames.Of(about.State),
            "status" => about.Status,
            "stage" => about.Stage,
            "path" => Path(about.Path),
            "queue" => about.Queue,
            "rule" => rule,
            ThenKeys.Fired => Fired(fired),
            "worker" => about.Worker,
            "owner" => about.Owner,
            "team" => about.Team,
            "title" => about.Title,
            "customer" => people.GetValueOrDefault(about.Customer)?.Name,
            "contact" => about.Contact is { } contact ? people.GetValueOrDefault(contact)?.Name : null,
            "version" => about.Version.ToString(CultureInfo.InvariantCulture),
            "resolution" => about.Resolution?.Text,
            _ => null,
        } ?? ProcessWords.None;
}
