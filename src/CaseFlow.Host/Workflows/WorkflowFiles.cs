using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Processes;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Workflows;

/// <summary>The files that hold workflows, by the endings of their names.</summary>
internal static class WorkflowFiles
{
    public static readonly ImmutableArray<string> Endings = [".workflow.yaml", ".workflow.yml", ".workflow.json"];

    public static bool Is(string path) =>
        Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public static bool IsYaml(string path) => !path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a workflow. The version that it is goes by what stands in the file, and not by what the file says of it.</summary>
    /// <param name="workflows">The types of the workflows that it may hold as activities.</param>
    /// <param name="processes">Those whose cases it may wait for; null where it was read before, and counts as it is.</param>
    public static WorkflowReadResult Read(
        byte[] source,
        string file,
        IReadOnlyCollection<string> workflows,
        IEnumerable<CaseProcess>? processes = null
    ) =>
        WorkflowReader.Read(
            TextOf(source),
            file,
            workflows,
            cases: processes?.ToImmutableDictionary(
                process => process.Key,
                process => process.Parts.Scope,
                StringComparer.Ordinal
            )
        ) switch
        {
            WorkflowReadResult.Ready ready => ready with
            {
                Definition = ready.Definition with { VersionId = HashOf(ready.Definition.DefinitionId, source) },
            },
            var broken => broken,
        };

    public static string HashOf(string definition, byte[] source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(definition + "\n"));
        hash.AppendData(source);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static string TextOf(byte[] source) =>
        Encoding.UTF8.GetString(source.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? source.AsSpan(3) : source);
}
