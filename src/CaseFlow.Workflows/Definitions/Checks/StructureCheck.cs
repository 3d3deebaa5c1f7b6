using CaseFlow.Engine;
using CaseFlow.Workflows.Definitions.Reading;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Activities that lack what they would need to go on.</summary>
internal static class StructureCheck
{
    public static void Run(ActivityNode activity, ReadingNotes notes)
    {
        if (
            activity.Type is "Elsa.For" or "Elsa.ForEach" or "Elsa.While" or "Elsa.ParallelForEach"
            && !activity.Ports.ContainsKey("body")
        )
        {
            notes.Warn(
                activity.At,
                WorkflowProblems.NeverCompletes,
                $"'{activity.Id}' has no body, so it never ends once it has something to repeat"
            );
        }

        if (activity.Type == "Elsa.StateMachine")
        {
            CheckStates(activity, notes);
        }
    }

    private static void CheckStates(ActivityNode machine, ReadingNotes notes)
    {
        var states = machine.States.Select(state => state.Name).ToImmutableArray();
        if (machine.Setting("initialState") is { } first && !states.Contains(first, StringComparer.Ordinal))
        {
            Unknown(machine.At, first);
        }

        foreach (var move in machine.Transitions)
        {
            foreach (
                var name in new[] { move.From, move.To }.Where(name => !states.Contains(name, StringComparer.Ordinal))
            )
            {
                Unknown(move.At, name);
            }
        }

        void Unknown(Documents.DocumentPlace at, string name) =>
            notes.Warn(
                at,
                WorkflowProblems.UnknownState,
                $"there is no state '{name}' in '{machine.Id}'{Nearest.Suggest(name, states)}"
            );
    }
}
