using CaseFlow.Engine.Logs.Maps;

namespace CaseFlow.Engine.Tests.Logs;

public sealed class LogMapTests
{
    [Fact]
    public void A_map_names_columns_and_words()
    {
        var map = Assert
            .IsType<LogMapResult.Ready>(
                LogMapReader.Read(
                    "log.map.yaml",
                    "case: no\nstatus: [a, b]\nstatuses: { \"A/In Progress\": working }\n"
                )
            )
            .Map;

        Assert.Equal("no", map.Case!.Name);
        Assert.Equal(["a", "b"], map.Status.Select(column => column.Name));
        Assert.Equal([new("A/In Progress", "working")], map.Words);
        Assert.Empty(map.ProblemsWith(Logged.Read("repair", Logged.Repair)));
    }

    [Theory]
    [InlineData("cas: no", "log.map.yaml(1,1): error CF0007: unknown key 'cas' in a map; did you mean 'case'?")]
    [InlineData("status:", "log.map.yaml(1,1): error CF0008: 'status' says nothing; fill it in, or remove it")]
    [InlineData(
        "statuses: { A: In Progress }",
        "log.map.yaml(1,16): error CF0011: 'A' is lowercase words joined by '-', such as 'on-hold', and here is 'In Progress'"
    )]
    public void What_is_wrong_with_a_map_is_told_at_its_place(string yaml, string problem) =>
        Assert.Equal(
            [problem],
            Assert
                .IsType<LogMapResult.Broken>(LogMapReader.Read("log.map.yaml", yaml))
                .Problems.Select(one => one.ToString())
        );

    [Fact]
    public void Statuses_and_fields_that_the_process_has_not_are_problems_of_the_map()
    {
        var map = Assert
            .IsType<LogMapResult.Ready>(
                LogMapReader.Read("log.map.yaml", "statuses:\n  A: workin\nfields:\n  hours: time spent\n")
            )
            .Map;

        Assert.Equal(
            [
                "log.map.yaml(2,6): error CF0012: process 'repair' has no status 'workin'; did you mean 'working'?",
                "log.map.yaml(4,3): error CF0013: process 'repair' has no field 'hours'; known: description, priority, severity, origin, type, product, subject",
            ],
            map.ProblemsWith(Logged.Read("repair", Logged.Repair)).Select(problem => problem.ToString())
        );
    }
}
