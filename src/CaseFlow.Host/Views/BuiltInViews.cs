using CaseFlow.Host.Cases;
using CaseFlow.Host.Processes;

namespace CaseFlow.Host.Views;

/// <summary>The views that everybody has without saving them.</summary>
internal static class BuiltInViews
{
    private const string OfQueue = "queue:";

    public static ImmutableArray<ViewShape> All(ProcessCatalog processes) =>
        [
            Make("my-active", "My active cases", new CaseFilter(State: "active", Owner: CaseFilter.Me)),
            Make("all-active", "All active cases", new CaseFilter(State: "active")),
            Make("resolved", "Resolved cases", new CaseFilter(State: "resolved")),
            .. processes
                .All.Values.SelectMany(published => published.Process.Parts.Queues)
                .DistinctBy(queue => queue.Key, StringComparer.Ordinal)
                .Select(queue => Make(OfQueue + queue.Key, queue.Title.Text, new CaseFilter(Queue: queue.Key))),
        ];

    private static ViewShape Make(string key, string name, CaseFilter filter) =>
        new(key, name, null, filter, null, [], Shared: true);
}
