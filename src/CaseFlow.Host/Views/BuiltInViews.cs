using CaseFlow.Host.Cases;
using CaseFlow.Host.Processes;

namespace CaseFlow.Host.Views;

/// <summary>The views that everybody has without saving them.</summary>
internal static class BuiltInViews
{
    private const string OfQueue = "queue:";

    public static ImmutableArray<ViewShape> All(ProcessCatalog processes) =>
        [
            Make("My active cases", "my-active", new CaseFilter(State: "active", Owner: CaseFilter.Me)),
            Make("All active cases", "all-active", new CaseFilter(State: "active")),
            Make("Resolved cases", "resolved", new CaseFilter(State: "resolved")),
            .. processes
                .All.Values.SelectMany(published => published.Process.Parts.Queues)
                .DistinctBy(queue => queue.Key, StringComparer.Ordinal)
                .Select(queue => Make(queue.Title.Text, OfQueue + queue.Key, new CaseFilter(Queue: queue.Key))),
        ];

    private static ViewShape Make(string name, string key, CaseFilter filter) =>
        new(key, name, null, filter, null, [], Shared: true);
}
