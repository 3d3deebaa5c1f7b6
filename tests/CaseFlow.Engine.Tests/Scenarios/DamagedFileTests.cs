using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Engine.Tests.Scenarios;

/// <summary>Files are read while they are being written, so no half of one may bring the reader or the runner down.</summary>
public sealed class DamagedFileTests
{
    public static TheoryData<string> Keys => [.. ScenarioFiles.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_file_without_one_of_its_lines_is_read_or_refused(string key)
    {
        var lines = ScenarioFiles.Text(key).Split('\n');

        foreach (var at in Enumerable.Range(0, lines.Length))
        {
            ReadAndRun(key, string.Join('\n', [.. lines[..at], .. lines[(at + 1)..]]));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_file_that_breaks_off_is_read_or_refused(string key)
    {
        var text = ScenarioFiles.Text(key);

        foreach (var length in Enumerable.Range(1, 100).Select(part => text.Length * part / 100))
        {
            ReadAndRun(key, text[..length]);
        }
    }

    private static void ReadAndRun(string key, string text)
    {
        var process = ScenarioFiles.Process(key);
        var result = ScenarioReader.Read(key + ScenarioReader.FileEnding, text, process);

        if (result is ScenarioReadResult.Ready(var scenarios))
        {
            ScenarioCoverage.Of(process, scenarios.Select(scenario => ScenarioRunner.Run(process, scenario)));
        }
        else
        {
            Assert.NotEmpty(Assert.IsType<ScenarioReadResult.Broken>(result).Problems);
        }
    }
}
