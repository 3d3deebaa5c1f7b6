using CaseFlow.Workflows.Definitions.Reading;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Looks for what cannot do, or most likely does not do, what its author meant.</summary>
internal static class DefinitionChecks
{
    public static void Run(WorkflowDefinition definition, ReadingNotes notes)
    {
        var known = definition
            .Variables.Select(variable => variable.Id)
            .Concat(definition.Outputs.Select(output => output.Name))
            .ToImmutableHashSet(StringComparer.Ordinal);
        Visit(definition.Root, known, notes);
    }

    private static void Visit(ActivityNode activity, ImmutableHashSet<string> known, ReadingNotes notes)
    {
        var within = known.Union(activity.Variables.Select(variable => variable.Id));
        BindingCheck.Run(activity, within, notes);
        StructureCheck.Run(activity, notes);
        CaseConditionCheck.Run(activity, notes);
        CronCheck.Run(activity, notes);
        if (activity.Type == "Elsa.Flowchart")
        {
            ConnectionCheck.Run(activity, notes);
            FlowCheck.Run(activity, notes);
        }

        foreach (var child in activity.Children)
        {
            Visit(child, within, notes);
        }
    }
}
