using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Scenarios.Running;

namespace CaseFlow.Engine.Scenarios;

/// <summary>Runs scenarios. It has no rules of its own: every command of a scenario is put to the decider.</summary>
public static class ScenarioRunner
{
    /// <summary>Runs it up to the first step that is not as expected.</summary>
    /// <param name="process">The process that the scenario was read against.</param>
    public static ScenarioRun Run(CaseProcess process, Scenario scenario)
    {
        var course = new Course(process, scenario);
        foreach (var (number, step) in scenario.Steps.Index())
        {
            if (course.Take(step, step.IsEnd ? null : number) is [_, ..] failures)
            {
                return new ScenarioRun(scenario, failures, course.Asked);
            }
        }

        return new ScenarioRun(scenario, [], course.Asked);
    }
}
