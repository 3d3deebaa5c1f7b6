using System.Text.RegularExpressions;
using CaseFlow.Engine.Logs;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Host.CommandLine;

/// <summary>What a draft and its file are called.</summary>
internal static partial class DraftNames
{
    /// <summary>The key in the name of the draft's file, else one made from the name of the log.</summary>
    public static string KeyFor(string? output, string log)
    {
        if (output is not null && output.EndsWith(ProcessReader.FileEnding, StringComparison.Ordinal))
        {
            return Path.GetFileName(output)[..^ProcessReader.FileEnding.Length];
        }

        var name = Path.GetFileName(log);
        var slug = LogText.Slug(name.IndexOf('.', 1) is var dot and > 0 ? name[..dot] : name);
        return Key.IsMatch(slug) ? slug : $"log-{slug}".TrimEnd('-');
    }

    public static string? FindProblem(string key, string? output)
    {
        if (!Key.IsMatch(key))
        {
            return $"'{key}' is no key of a process: that is lowercase words joined by '-', such as 'support-case'.";
        }

        var file = Path.GetFileName(output ?? "");
        return
            file.EndsWith(ProcessReader.FileEnding, StringComparison.Ordinal) && file != key + ProcessReader.FileEnding
            ? $"Process '{key}' belongs into a file that is called '{key}{ProcessReader.FileEnding}'."
            : null;
    }

    /// <summary>The file; in a folder, the one of this process.</summary>
    public static string FileFor(string output, string key) =>
        Directory.Exists(output) || Path.EndsInDirectorySeparator(output)
            ? Path.Combine(output, key + ProcessReader.FileEnding)
            : output;

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Key { get; }
}
