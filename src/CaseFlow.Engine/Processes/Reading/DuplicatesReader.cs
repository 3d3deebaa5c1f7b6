using CaseFlow.Engine.Duplicates;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads what happens to a new case that is likely open already.</summary>
internal static class DuplicatesReader
{
    public static DuplicatePolicy Read(YamlNode? policies)
    {
        var mode = policies.At(PolicyKeys.Duplicates).AsText() is { } word
            ? DuplicatePolicy.Modes.IndexOf(word, StringComparer.Ordinal)
            : -1;
        var within = policies.At(PolicyKeys.DuplicatesWithin).AsText();
        var window =
            within is not null && WaitKeys.Time.Fits(within)
                ? TimeSpan.FromSeconds(Math.Min(TimeText.Seconds(within), (long)TimeSpan.FromDays(36_500).TotalSeconds))
                : DuplicatePolicy.Default.Window;
        return new(mode >= 0 ? (DuplicateMode)mode : DuplicatePolicy.Default.Mode, window);
    }
}
