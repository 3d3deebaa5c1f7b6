using System.Collections.Concurrent;
using CaseFlow.Host.People.Pages;
using CaseFlow.Host.Shell.InProcess;

namespace CaseFlow.Host.People;

/// <summary>What the people are called whose keys a page shows; asked for once in a circuit.</summary>
public sealed class PeopleNames(ApiClient api)
{
    private const string Host = "caseflow";
    private const string Rules = "automation:";

    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    private sealed record Named(string Name);

    private sealed record Titled(string Title);

    /// <summary>The name, or the key where nobody of that key was added.</summary>
    public string Of(string key) =>
        key == Host ? "CaseFlow"
        : key.StartsWith(Rules, StringComparison.Ordinal) ? PeopleTexts.Rule.With(key[Rules.Length..])
        : known.GetValueOrDefault(key, key);

    public string OfTeam(string key) => known.GetValueOrDefault(TeamKey(key), key);

    public async Task Load(IEnumerable<string?> users, IEnumerable<string?> teams)
    {
        foreach (var key in users.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (!known.ContainsKey(key) && key != Host && !key.StartsWith(Rules, StringComparison.Ordinal))
            {
                known[key] = (await api.Get<Named>($"/api/users/{Uri.EscapeDataString(key)}")).Value?.Name ?? key;
            }
        }

        foreach (var key in teams.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (!known.ContainsKey(TeamKey(key)))
            {
                known[TeamKey(key)] =
                    (await api.Get<Titled>($"/api/teams/{Uri.EscapeDataString(key)}")).Value?.Title ?? key;
            }
        }
    }

    private static string TeamKey(string key) => $"team:{key}";
}
