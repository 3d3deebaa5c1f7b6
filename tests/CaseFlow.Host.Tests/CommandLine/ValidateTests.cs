namespace CaseFlow.Host.Tests.CommandLine;

public sealed class ValidateTests
{
    [Fact]
    public async Task The_definitions_that_ship_are_valid()
    {
        var ended = await CaseFlowProgram.Run("validate", Repository.PathTo("workflows"));

        Assert.Equal((0, ""), (ended.Exit, ended.Errors));
        Assert.Equal("6 definitions read, nothing is wrong.\n", ended.Output);
    }

    [Fact]
    public async Task Every_error_of_every_file_stands_on_a_line_that_editors_jump_from()
    {
        using var folder = new TemporaryFolder();
        var good = folder.Write("repair/repair.process.yaml", Repair.Definition);
        var bad = folder.Write(
            "return/return.process.yaml",
            Repair
                .Definition.Replace("repair", "return", StringComparison.Ordinal)
                .Replace("to: working", "to: workin", StringComparison.Ordinal)
        );

        var ended = await CaseFlowProgram.Run("validate", good, folder.Path);

        Assert.Equal(1, ended.Exit);
        Assert.Equal(
            $"{bad}(10,22): error CF0012: transition to unknown status 'workin'; did you mean 'working'?\n"
                + "2 definitions read, 1 with 1 error.\n",
            ended.Output
        );
    }

    [Fact]
    public async Task A_webhook_is_read_with_the_process_beside_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("repair/repair.process.yaml", Repair.Definition);
        var bad = folder.Write(
            "repair/calls.webhook.yaml",
            """
            webhook: calls
            process: repair
            verify: { bearer: calls }
            key: body.id
            rules:
              - do: { status: workin }

            """
        );

        var ended = await CaseFlowProgram.Run("validate", bad, "--json");

        Assert.Equal(1, ended.Exit);
        var problem = Assert.Single(ended.Json.GetProperty("files")[0].GetProperty("problems").EnumerateArray());
        Assert.Equal(
            (bad, 6, "webhook names unknown status 'workin'; did you mean 'working'?"),
            (problem.Text("file"), problem.GetProperty("line").GetInt32(), problem.Text("message"))
        );
    }

    [Fact]
    public async Task As_json_each_file_is_told_with_its_problems()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("draft.yaml", "process: draft\ntitle: Draft\n");

        var ended = await CaseFlowProgram.Run("validate", file, "--json");

        Assert.Equal(1, ended.Exit);
        Assert.False(ended.Json.GetProperty("valid").GetBoolean());
        var problem = ended.Json.GetProperty("files")[0].GetProperty("problems")[0];
        Assert.Equal(
            (file, 1, "CF0008"),
            (
                problem.GetProperty("file").GetString(),
                problem.GetProperty("line").GetInt32(),
                problem.GetProperty("code").GetString()
            )
        );
    }
}
