namespace CaseFlow.Host.Search;

/// <summary>The <c>Search</c> section of appsettings.json.</summary>
public sealed class SearchOptions
{
    /// <summary>Words and phrases, with semicolons between them, by which no case is like another.</summary>
    public string NoiseWords { get; set; } = "";
}
