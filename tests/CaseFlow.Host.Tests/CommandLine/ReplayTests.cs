namespace CaseFlow.Host.Tests.CommandLine;

public sealed class ReplayTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string log;
    private readonly string process;

    public ReplayTests()
    {
        log = folder.Write("repairs.csv", Repair.Log);
        process = folder.Write("repair.process.yaml", Repair.Definition);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_replay_tells_what_conforms_what_is_refused_and_where_cases_end()
    {
        var ended = await CaseFlowProgram.Run("replay", log, "--process", process);

        Assert.Equal((1, ""), (ended.Exit, ended.Errors));
        var lines = ended.Output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList();
        Assert.StartsWith("Read in ", lines[^1], StringComparison.Ordinal);
        Assert.Equal(
            [
                "repairs.csv through process repair",
                "         in the log   conform    share",
                "Cases             2         1   50.0 %",
                "Events            5         4   80.0 %",
                "Fitness 0.8000",
                "Refused   from   to     why                      first in case",
                "      1   new    done   transition-not-allowed   R2",
                "Cases   stand at the end in",
                "    1   done",
                "    1   new",
                "1 row left out:",
                "  line 7: 'soon' is no time that can be read",
            ],
            lines[..^1]
        );
    }

    [Fact]
    public async Task The_answer_is_yes_where_enough_conforms() =>
        Assert.Equal(0, (await CaseFlowProgram.Run("replay", log, "--process", process, "--min-fitness", "0.8")).Exit);

    [Fact]
    public async Task As_json_a_replay_has_every_figure()
    {
        var ended = await CaseFlowProgram.Run("replay", log, "--process", process, "--json");

        Assert.Equal((1, ""), (ended.Exit, ended.Errors));
        Assert.Equal(0.8, ended.Json.GetProperty("fitness").GetDouble());
        Assert.Equal(5, ended.Json.GetProperty("events").GetInt32());
        Assert.Equal(1, ended.Json.GetProperty("badRows").GetProperty("count").GetInt32());
        var refusal = ended.Json.GetProperty("refusals")[0];
        Assert.Equal(
            ("new", "done", "transition-not-allowed", 1),
            (
                refusal.GetProperty("from").GetString(),
                refusal.GetProperty("to").GetString(),
                refusal.GetProperty("code").GetString(),
                refusal.GetProperty("count").GetInt32()
            )
        );
    }

    [Fact]
    public async Task The_verdicts_are_a_table_with_a_row_for_each_event()
    {
        var verdicts = folder.PathTo("verdicts.csv");

        await CaseFlowProgram.Run("replay", log, "--process", process, "--verdicts", verdicts);

        Assert.Equal(
            [
                "case,line,time,by,logged_status,from,to,command,accepted,code,status",
                "R1,2,2026-01-05T09:00:00+00:00,ann,New,,new,create,yes,,new",
                "R1,3,2026-01-05T10:00:00+00:00,ann,Working,new,working,status,yes,,working",
                "R1,4,2026-01-05T11:00:00+00:00,bob,Done,working,done,resolve,yes,,done",
                "R2,5,2026-01-05T09:30:00+00:00,ann,New,,new,create,yes,,new",
                "R2,6,2026-01-05T09:40:00+00:00,\"bob, the boss\",Done,new,done,resolve,no,transition-not-allowed,new",
            ],
            await File.ReadAllLinesAsync(verdicts, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_map_that_does_not_fit_is_told_at_its_place()
    {
        var map = folder.Write("log.map.yaml", "statuses:\n  New: nwe\n");

        var ended = await CaseFlowProgram.Run("replay", log, "--process", process, "--map", map);

        Assert.Equal((1, ""), (ended.Exit, ended.Output));
        Assert.Equal(
            $"{map}(2,8): error CF0012: process 'repair' has no status 'nwe'; did you mean 'new'?\n",
            ended.Errors
        );
    }

    [Fact]
    public async Task A_broken_definition_is_told_with_its_problems()
    {
        var broken = folder.Write("broken.process.yaml", "process: broken\n");

        var ended = await CaseFlowProgram.Run("replay", log, "--process", broken);

        Assert.Equal(1, ended.Exit);
        Assert.Contains($"{broken}(1,1): error CF0008: ", ended.Errors, StringComparison.Ordinal);
    }
}
