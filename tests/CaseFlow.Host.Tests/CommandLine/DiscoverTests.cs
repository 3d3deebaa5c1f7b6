namespace CaseFlow.Host.Tests.CommandLine;

public sealed class DiscoverTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string log;

    public DiscoverTests() => log = folder.Write("Repair jobs.2026.csv", Repair.Log);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_draft_goes_to_standard_output_and_remarks_beside_it()
    {
        var ended = await CaseFlowProgram.Run("discover", log);

        Assert.Equal(0, ended.Exit);
        Assert.Contains("\nprocess: repair-jobs\n", ended.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "2 cases, 5 events: 3 statuses, 3 of 3 moves. The log runs through the draft with fitness 1.0000.",
            ended.Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_draft_is_valid_and_allows_its_own_log()
    {
        var file = folder.PathTo("drafts/repair.process.yaml");

        Assert.Equal(0, (await CaseFlowProgram.Run("discover", log, "--out", file)).Exit);
        Assert.Equal(0, (await CaseFlowProgram.Run("validate", file)).Exit);
        Assert.Equal(0, (await CaseFlowProgram.Run("replay", log, "--process", file)).Exit);
    }

    [Fact]
    public async Task A_draft_in_a_file_of_any_name_goes_by_the_key_that_stands_in_it()
    {
        var file = folder.PathTo("draft.yaml");

        Assert.Equal(0, (await CaseFlowProgram.Run("discover", log, "--key", "repair", "--out", file)).Exit);
        Assert.Equal(0, (await CaseFlowProgram.Run("replay", log, "--process", file)).Exit);
    }

    [Fact]
    public async Task As_json_a_draft_is_a_text_with_its_figures()
    {
        var ended = await CaseFlowProgram.Run("discover", log, "--json", "--threshold", "0.6");

        Assert.Equal((0, ""), (ended.Exit, ended.Errors));
        Assert.StartsWith("# Drafted from", ended.Json.GetProperty("yaml").GetString(), StringComparison.Ordinal);
        Assert.Equal((3, 2), (Number("moves"), Number("keptMoves")));

        int Number(string name) => ended.Json.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Where_no_row_can_be_read_the_first_ones_are_told_with_the_reason()
    {
        var ended = await CaseFlowProgram.Run(
            "discover",
            folder.Write("counted.csv", "case,status,time\nR-1,New,1\nR-1,Done,2\n")
        );

        Assert.Equal((1, ""), (ended.Exit, ended.Output));
        Assert.Contains(
            "2 rows left out:\n  line 2: '1' is no time that can be read\n",
            ended.Errors.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--threshold", "2", "--threshold is a number from 0 to 1.")]
    [InlineData("--key", "Repair Jobs", "'Repair Jobs' is no key of a process")]
    public async Task A_wrong_option_is_told(string option, string value, string why)
    {
        var ended = await CaseFlowProgram.Run("discover", log, option, value);

        Assert.Equal(2, ended.Exit);
        Assert.Contains(why, ended.Errors, StringComparison.Ordinal);
    }
}
