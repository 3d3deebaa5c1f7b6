using CaseFlow.Storage;

namespace CaseFlow.Host.People;

/// <summary>A team as the API shows it.</summary>
internal sealed record TeamView(string Key, string Title)
{
    public static TeamView Of(TeamRow row) => new(row.Key, row.Title);
}
