using System.Text.RegularExpressions;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Processes;

namespace CaseFlow.Host.CommandLine;

/// <summary>A process definition in a file.</summary>
/// <param name="Files">The texts of the files of holidays beside it, by name.</param>
internal sealed partial record DefinitionFile(string Path, string Text, ImmutableSortedDictionary<string, string> Files)
{
    /// <summary>
    /// The files that the paths mean: files as they are, folders with all definitions in and below them. Second, what
    /// is wrong with the paths.
    /// </summary>
    public static (List<string> Files, List<string> Errors) Find(IEnumerable<string> paths) =>
        Find(paths, [ProcessReader.FileEnding]);

    /// <param name="endings">Of the files that are looked for in folders.</param>
    public static (List<string> Files, List<string> Errors) Find(
        IEnumerable<string> paths,
        ImmutableArray<string> endings
    )
    {
        var (files, errors) = (new List<string>(), new List<string>());
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                files.Add(path);
            }
            else if (!Directory.Exists(path))
            {
                errors.Add($"There is no file or folder '{path}'.");
            }
            else
            {
                var found = endings
                    .SelectMany(ending => Directory.GetFiles(path, "*" + ending, SearchOption.AllDirectories))
                    .Order(StringComparer.Ordinal)
                    .ToList();
                files.AddRange(found);
                if (found is [])
                {
                    errors.Add($"Folder '{path}' has no file that ends in '{string.Join("' or '", endings)}'.");
                }
            }
        }

        return ([.. files.Distinct(StringComparer.Ordinal)], errors);
    }

    public static async Task<DefinitionFile> Load(string path, CancellationToken cancellation) =>
        new(path, await File.ReadAllTextAsync(path, cancellation), await CalendarFiles.Beside(path, cancellation));

    /// <summary>Reads it. Problems name the file by its whole path, so that editors find it.</summary>
    public ReadResult Read() =>
        ProcessReader.Read(Name, Text, Files) switch
        {
            ReadResult.Broken(var problems) => new ReadResult.Broken([
                .. problems.Select(problem => problem with { File = Path }),
            ]),
            var ready => ready,
        };

    // A file of another kind, such as a draft, goes by the key that stands in it.
    private string Name =>
        System.IO.Path.GetFileName(Path) is var name
        && name.EndsWith(ProcessReader.FileEnding, StringComparison.Ordinal)
            ? name
            : Key.Match(Text).Groups["key"].Value + ProcessReader.FileEnding;

    [GeneratedRegex(
        @"^process:[ \t]*[""']?(?<key>[a-z0-9-]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Key { get; }
}
