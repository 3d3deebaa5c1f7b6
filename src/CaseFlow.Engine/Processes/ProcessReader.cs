using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes;

/// <summary>Reads a process definition: whole and ready to run, or every problem that it has, at its place.</summary>
public static class ProcessReader
{
    /// <summary>What a file of a process is called behind the key of the process.</summary>
    public const string FileEnding = ".process.yaml";

    public static ImmutableSortedDictionary<string, string> NoFiles { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <param name="file">The name of the file, for problems; it begins with the key of the process.</param>
    public static ReadResult Read(string file, string text) => Read(file, text, NoFiles);

    /// <param name="file">The name of the file, for problems; it begins with the key of the process.</param>
    /// <param name="files">The texts of the files beside it, by name; those that it names belong to it.</param>
    public static ReadResult Read(string file, string text, ImmutableSortedDictionary<string, string> files)
    {
        var problems = new ProblemList(file);
        var parts = YamlTree.Read(text, problems) is { } root
            ? new PartsReader(file, files, problems).Read(root, text, HashOf(text))
            : null;
        if (parts is { Files.IsEmpty: false })
        {
            parts = parts with
            {
                Hash = HashOf(text + string.Concat(parts.Files.Select(one => $"\n{one.Key}\n{one.Value}"))),
            };
        }

        return parts is null || problems.Any
            ? new ReadResult.Broken(problems.InOrder())
            : new ReadResult.Ready(new CaseProcess(parts));
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
