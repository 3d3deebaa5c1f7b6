namespace CaseFlow.Host.Reports;

/// <summary>What was counted in one queue, of one agent or at one stage; or all that has none of it, whatever its process.</summary>
internal sealed record ReportGroup<T>(string? Process, string? Key, string Title, IEnumerable<T> Counted)
{
    /// <param name="title">Of a process and a key.</param>
    public static IEnumerable<ReportGroup<T>> By(
        IEnumerable<T> counted,
        Func<T, (string? Process, string? Key)> by,
        Func<string, string, string> title
    ) =>
        counted
            .GroupBy(one => by(one).Key is null ? (null, null) : by(one))
            .Select(group => new ReportGroup<T>(
                group.Key.Process,
                group.Key.Key,
                group.Key.Key is { } key ? title(group.Key.Process!, key) : "",
                group
            ));
}
