using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Scenarios.Covering;

/// <summary>Which moves of the table were made. Where several lines make the same move, it is the first that lacked nothing.</summary>
internal static class TransitionCoverage
{
    public static CoveredPart Of(CaseProcess process, ImmutableArray<AskedInScenario> asked)
    {
        var names = new TransitionNames(process);
        return CoveredPart.Of(
            process.Parts.Transitions.Select(names.Of),
            MoveAttempt
                .Of(process, asked)
                .Where(attempt => attempt.Made)
                .Select(attempt => attempt.Lines(process).FirstOrDefault(line => attempt.Lacks(line).IsEmpty))
                .OfType<Transition>()
                .Select(names.Of)
        );
    }
}
