using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Scenarios;

/// <summary>What came of a scenario.</summary>
/// <param name="Failures">What was not as expected, all of it within the step that stopped the run; empty where it passed.</param>
/// <param name="Asked">What was asked so far, with the answers.</param>
public sealed record ScenarioRun(
    Scenario Scenario,
    ImmutableArray<ScenarioFailure> Failures,
    ImmutableArray<AskedInScenario> Asked
)
{
    public bool Passed => Failures.IsEmpty;
}

/// <summary>Something that is not as the scenario says.</summary>
/// <param name="Step">Which step it was, from 1; 0 where the case was created, null at the end.</param>
/// <param name="Text">The step in words, such as <c>status: on-hold</c>.</param>
public sealed record ScenarioFailure(
    ScenarioPlace Place,
    string Scenario,
    int? Step,
    string Text,
    string Expected,
    string Came
)
{
    /// <summary>At which point of the scenario, in words.</summary>
    public string Where =>
        Step switch
        {
            null => "at its end",
            0 => "when the case is created",
            var number => $"step {number} ({Text})",
        };

    /// <summary>The failure as anything else that is wrong with a file.</summary>
    public Problem ToProblem() =>
        new(
            Place.File,
            Place.Line,
            Place.Column,
            ProblemCodes.ScenarioFailed,
            $"scenario '{Scenario}', {Where}: expected {Expected}, but {Came}"
        );

    public override string ToString() => ToProblem().ToString();
}

/// <summary>One command of a run and its answer.</summary>
/// <param name="Before">The case that was asked; null before it is created.</param>
public sealed record AskedInScenario(Case? Before, CaseCommand Command, CaseFacts Told, Decision Answer)
{
    /// <summary>What happened; nothing where it was refused.</summary>
    public ImmutableArray<CaseEvent> Events => Answer is Decision.Accepted(var events) ? events : [];
}
