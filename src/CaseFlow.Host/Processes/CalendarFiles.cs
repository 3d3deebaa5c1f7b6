using CaseFlow.Engine.Processes;

namespace CaseFlow.Host.Processes;

/// <summary>The files of holidays that stand beside a definition, which it can name.</summary>
internal static class CalendarFiles
{
    public const string Ending = ".ics";

    // A calendar of a country's holidays over decades has less.
    private const long MostBytes = 2_000_000;

    /// <summary>Their texts, by name. A file that is larger than any calendar is not looked at.</summary>
    /// <param name="definition">The path of the definition.</param>
    public static async Task<ImmutableSortedDictionary<string, string>> Beside(
        string definition,
        CancellationToken cancellation
    )
    {
        var files = ProcessReader.NoFiles;
        var folder = Path.GetDirectoryName(Path.GetFullPath(definition))!;
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Ending))
        {
            if (new FileInfo(path).Length <= MostBytes)
            {
                files = files.SetItem(Path.GetFileName(path), await File.ReadAllTextAsync(path, cancellation));
            }
        }

        return files;
    }
}
