using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Workflows.Http;

/// <summary>What an endpoint asks of requests, as the activity says it.</summary>
internal sealed record EndpointDetails(IReadOnlyDictionary<string, object?> Details)
{
    public bool Authorize => Details.GetValueOrDefault("authorize") is true;

    /// <summary>The roles that may call it, with commas; all that are signed in where there are none.</summary>
    public string? Policy => Details.GetValueOrDefault("policy") as string;

    public long? RequestSizeLimit => Limit("requestSizeLimit");

    public long? FileSizeLimit => Limit("fileSizeLimit");

    public TimeSpan? Timeout =>
        Details.GetValueOrDefault("requestTimeout") switch
        {
            TimeSpan span => span,
            string text when TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var span) =>
                span,
            _ => null,
        };

    public IReadOnlyList<string> Methods => Texts("methods");

    public IReadOnlyList<string> AllowedExtensions => Texts("allowedFileExtensions");

    public IReadOnlyList<string> BlockedExtensions => Texts("blockedFileExtensions");

    public IReadOnlyList<string> AllowedMimeTypes => Texts("allowedMimeTypes");

    /// <summary>The outcomes that the workflow wants to see itself.</summary>
    public IReadOnlyList<string> Exposed => Texts("exposed");

    private long? Limit(string name) =>
        Details.GetValueOrDefault(name) switch
        {
            long limit => limit,
            int limit => limit,
            _ => null,
        };

    private List<string> Texts(string name) =>
        Details.GetValueOrDefault(name) switch
        {
            IList<object?> list => [.. list.OfType<object>().Select(ValueText.Of)],
            string { Length: > 0 } text => [text],
            _ => [],
        };
}
