namespace CaseFlow.Host.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData("relpay x", "'relpay' is no verb; did you mean 'replay'?")]
    [InlineData("validate", "Required argument missing for command: 'validate'.")]
    [InlineData("replay log.csv --proces x", "'--proces' is no option of 'replay'; did you mean '--process'?")]
    [InlineData("replay log.csv", "Option '--process' is required.")]
    [InlineData("replay log.csv more --process x", "'replay' does not know what to do with 'more'.")]
    [InlineData("replay log.csv --process x --min-fitness 2", "There is no file 'log.csv'.")]
    [InlineData("discover log.csv", "There is no file 'log.csv'.")]
    [InlineData("validate nowhere", "There is no file or folder 'nowhere'.")]
    [InlineData("test", "Required argument missing for command: 'test'.")]
    [InlineData("test nowhere", "There is no file or folder 'nowhere'.")]
    [InlineData(
        "serve --prot 5081",
        "'--prot' is no option of 'serve', and settings are written '--Section:Key value'."
    )]
    [InlineData("--Storage:Provider", "'--Storage:Provider' needs a value.")]
    [InlineData("verify --Storage:ConnectionString=DataSource=nowhere.db", "There is no store 'nowhere.db'")]
    [InlineData("publish . --url nowhere", "'nowhere' is no address of a host.")]
    public async Task What_cannot_be_carried_out_as_it_is_written_ends_with_2_and_says_why(string line, string why)
    {
        var ended = await CaseFlowProgram.Run(line.Split(' '));

        Assert.Equal((2, ""), (ended.Exit, ended.Output));
        Assert.Contains(why, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_a_mistake_is_one_document_too()
    {
        var ended = await CaseFlowProgram.Run("relpay", "--json");

        Assert.Equal((2, ""), (ended.Exit, ended.Errors));
        Assert.Equal("'relpay' is no verb; did you mean 'replay'?", ended.Json.GetProperty("errors")[0].GetString());
    }

    [Fact]
    public async Task Help_names_every_verb()
    {
        var ended = await CaseFlowProgram.Run("--help");

        Assert.Equal((0, ""), (ended.Exit, ended.Errors));
        Assert.All(
            ["serve", "validate", "test", "replay", "discover", "publish", "export", "verify"],
            verb => Assert.Contains($"\n  {verb}", ended.Output, StringComparison.Ordinal)
        );
    }
}
