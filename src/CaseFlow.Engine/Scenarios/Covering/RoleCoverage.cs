using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Scenarios.Covering;

/// <summary>Whether the moves that are for certain roles were made by each of them, and refused to others.</summary>
internal static class RoleCoverage
{
    public static CoveredPart Of(CaseProcess process, ImmutableArray<AskedInScenario> asked)
    {
        var names = new TransitionNames(process);
        return CoveredPart.Of(
            process
                .Parts.Transitions.Where(line => line.Roles != Role.None)
                .SelectMany(line =>
                    RoleNames.Of(line.Roles).Select(role => Made(names.Of(line), role)).Append(Refused(names.Of(line)))
                ),
            MoveAttempt
                .Of(process, asked)
                .SelectMany(attempt => attempt.Lines(process).SelectMany(line => Seen(attempt, line, names.Of(line))))
        );
    }

    private static IEnumerable<string> Seen(MoveAttempt attempt, Transition line, string name)
    {
        var lacks = attempt.Lacks(line);
        if (attempt.Made && lacks.IsEmpty)
        {
            return RoleNames.Of(attempt.By.Roles & line.Roles).Select(role => Made(name, role));
        }

        return !attempt.Made && lacks.Any(lack => lack.Kind == "role") ? [Refused(name)] : [];
    }

    private static string Made(string name, string role) => $"{name}: made by {role}";

    private static string Refused(string name) => $"{name}: refused to others";
}
