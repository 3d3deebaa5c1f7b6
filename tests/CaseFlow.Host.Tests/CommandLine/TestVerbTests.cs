namespace CaseFlow.Host.Tests.CommandLine;

public sealed class TestVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_scenarios_that_ship_pass_and_cover_everything()
    {
        var ended = await CaseFlowProgram.Run("test", Repository.PathTo("workflows"), "--json");

        Assert.Equal((0, ""), (ended.Exit, ended.Errors));
        Assert.True(ended.Json.GetProperty("passed").GetBoolean());
        Assert.All(
            ended.Json.GetProperty("processes").EnumerateArray(),
            process =>
            {
                Assert.Equal("passed", process.Text("result"));
                Assert.All(
                    process.GetProperty("coverage").EnumerateObject(),
                    part => Assert.Empty(part.Value.Texts("uncovered"))
                );
            }
        );
    }

    [Fact]
    public async Task What_passes_is_told_with_the_names_of_what_was_never_touched()
    {
        folder.Write("repair/repair.process.yaml", Repair.Definition);
        folder.Write("repair/repair.scenarios.yaml", Repair.Scenarios);

        var ended = await CaseFlowProgram.Run("test", folder.Path);

        Assert.Equal((0, ""), (ended.Exit, ended.Errors));
        Assert.Equal(
            """
            repair: 2 scenarios passed
              transitions    1 of 2
                uncovered  working > done

            """,
            ended.Output
        );
    }

    [Fact]
    public async Task A_step_that_fails_is_told_with_its_place_what_was_expected_and_what_came()
    {
        folder.Write("repair.process.yaml", Repair.Definition);
        var scenarios = folder.Write(
            "repair.scenarios.yaml",
            Repair.Scenarios.Replace("refused: wrong-target", "refused: case-closed", StringComparison.Ordinal)
        );

        var ended = await CaseFlowProgram.Run("test", folder.Path);

        Assert.Equal((1, ""), (ended.Exit, ended.Errors));
        Assert.StartsWith(
            $"{scenarios}(9,16): error CF0209: scenario 'Nothing is resolved as working', step 1 (resolve: working)\n"
                + "    expected it to be refused as 'case-closed',\n"
                + "    but it was refused as 'wrong-target'",
            ended.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("\n\nrepair: 1 of 2 scenarios failed\n", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_json_each_failure_has_its_parts()
    {
        folder.Write("repair.process.yaml", Repair.Definition);
        var scenarios = folder.Write(
            "repair.scenarios.yaml",
            Repair.Scenarios.Replace("then: { status: working }", "then: { status: done }", StringComparison.Ordinal)
        );

        var ended = await CaseFlowProgram.Run("test", folder.Path, "--json");

        Assert.Equal((1, ""), (ended.Exit, ended.Errors));
        Assert.False(ended.Json.GetProperty("passed").GetBoolean());
        var process = ended.Json.GetProperty("processes")[0];
        Assert.Equal(
            ("failed", 1, 1),
            (process.Text("result"), process.GetProperty("passed").GetInt32(), process.GetProperty("failed").GetInt32())
        );
        var failure = process.GetProperty("failures")[0];
        Assert.Equal(
            (scenarios, "Work begins", "status to be 'done'", "it is 'working'"),
            (failure.Text("file"), failure.Text("scenario"), failure.Text("expected"), failure.Text("came"))
        );
    }

    [Fact]
    public async Task A_process_without_scenarios_is_told_and_is_no_failure()
    {
        folder.Write("repair.process.yaml", Repair.Definition);

        var ended = await CaseFlowProgram.Run("test", folder.Path);

        Assert.Equal((0, "repair: no scenarios\n"), (ended.Exit, ended.Output));
    }

    [Fact]
    public async Task Files_that_cannot_be_read_are_told_as_by_validate_and_the_rest_is_run()
    {
        var badProcess = folder.Write(
            "a/repair.process.yaml",
            Repair.Definition.Replace("to: done", "to: dome", StringComparison.Ordinal)
        );
        folder.Write("b/repair.process.yaml", Repair.Definition);
        var badScenarios = folder.Write(
            "b/repair.scenarios.yaml",
            Repair.Scenarios.Replace("status: working }", "status: workin }", StringComparison.Ordinal)
        );
        folder.Write("c/repair.process.yaml", Repair.Definition);
        var alone = folder.Write("d/return.scenarios.yaml", Repair.Scenarios);

        var ended = await CaseFlowProgram.Run("test", folder.Path);

        Assert.Equal(1, ended.Exit);
        Assert.Equal(
            $"""
            {badProcess}(11,26): error CF0012: transition to unknown status 'dome'; did you mean 'done'?
            {badScenarios}(4,19): error CF0012: 'status' is one of new, working, done, and here is 'workin'; did you mean 'working'?
            {alone}(1,1): error CF0019: there is no file 'return.process.yaml' beside these scenarios

            repair: broken, 1 error

            repair: broken, 1 error

            repair: no scenarios

            return: broken, 1 error

            """,
            ended.Output
        );
    }

    [Fact]
    public async Task Either_file_of_a_process_can_be_named()
    {
        var process = folder.Write("repair.process.yaml", Repair.Definition);
        var scenarios = folder.Write("repair.scenarios.yaml", Repair.Scenarios);

        var ended = await CaseFlowProgram.Run("test", process, scenarios, "--json");

        Assert.Equal(0, ended.Exit);
        var tested = Assert.Single(ended.Json.GetProperty("processes").EnumerateArray());
        Assert.Equal((process, scenarios), (tested.Text("file"), tested.Text("scenarios")));
    }
}
