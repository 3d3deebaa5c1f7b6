using CaseFlow.Engine.Processes;
using CaseFlow.Host.Workflows;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.CommandLine;

/// <summary>Workflows in files.</summary>
internal static class WorkflowFile
{
    /// <summary>Reads them together: each may hold the others as activities, whatever their order.</summary>
    /// <param name="processes">Those whose cases they may wait for.</param>
    public static async Task<List<(string Path, WorkflowReadResult Result)>> Read(
        IEnumerable<string> paths,
        IReadOnlyCollection<CaseProcess> processes,
        CancellationToken cancellation
    )
    {
        var sources = new List<(string Path, byte[] Source)>();
        foreach (var path in paths.Where(WorkflowFiles.Is))
        {
            sources.Add((path, await File.ReadAllBytesAsync(path, cancellation)));
        }

        var (types, known) = (new HashSet<string>(StringComparer.Ordinal), -1);
        List<(string Path, WorkflowReadResult Result)> read = [];
        while (types.Count > known)
        {
            known = types.Count;
            read = [.. sources.Select(one => (one.Path, WorkflowFiles.Read(one.Source, one.Path, types, processes)))];
            types.UnionWith(
                read.Select(one => one.Result)
                    .OfType<WorkflowReadResult.Ready>()
                    .Where(one => one.Definition.IsUsableAsActivity)
                    .Select(one => one.Definition.ActivityType)
                    .OfType<string>()
            );
        }

        return read;
    }
}
