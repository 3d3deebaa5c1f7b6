using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Scenarios.Reading.Keys;

namespace CaseFlow.Engine.Scenarios;

/// <summary>A case as scenarios speak of it: each property as text.</summary>
internal static class CaseText
{
    public static string Path(IEnumerable<string> stages) => string.Join(" > ", stages);

    /// <param name="rule">The routing rule that sent the case to a queue last.</param>
    public static string Of(
        Case about,
        string property,
        string? rule,
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
