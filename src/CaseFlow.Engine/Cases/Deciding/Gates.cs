using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>What a stage still asks for, and which conditions do not hold.</summary>
internal static class Gates
{
    /// <summary>The steps that must be done before the case can leave its stage.</summary>
    public static ImmutableArray<Missing> OpenSteps(StageDefinition stage, Case current, ConditionFacts facts)
    {
        ImmutableArray<Missing> open = [];
        foreach (var step in stage.Steps)
        {
            if (step.Required && !IsDone(step, current) && Applies(step, facts))
            {
                open = open.Add(
                    step is Step.FillField(var field)
                        ? new Missing("field", field, $"'{field}' must be filled.")
                        : new Missing("step", step.Name, $"The step '{step.Name}' must be done.")
                );
            }
        }

        return open;
    }

    /// <summary>Adds the conditions that do not hold, each with the values that it saw.</summary>
    public static ImmutableArray<Missing> Lacks(
        ImmutableArray<Condition> conditions,
        ConditionFacts? facts,
        ImmutableArray<Missing> lacks
    )
    {
        foreach (var condition in conditions)
        {
            if (!condition.Holds(facts!))
            {
                lacks = lacks.Add(new Missing("condition", condition.Text, Sentence(condition.Explain(facts!))));
            }
        }

        return lacks;
    }

    public static bool IsDone(Step step, Case current) =>
        step switch
        {
            Step.FillField("title") => true,
            Step.FillField(var field) => current.Fields[field] is not null,
            Step.Lookup("customer") => true,
            Step.Lookup("contact") => current.Contact is not null,
            Step.Lookup("entitlement") => current.Entitlement is not null,
            Step.DoActivity(var kind) => ActivityWords.FindKind(kind) is { } wanted && current.HasDone(wanted),
            Step.FindCase => current.OpenCasesSeenOf == current.Customer,
            Step.SimilarCases => !current.SimilarCases.IsEmpty,
            _ => false,
        };

    /// <summary>Whether the step is asked for at all just now.</summary>
    public static bool Applies(Step step, ConditionFacts facts)
    {
        foreach (var condition in step.When)
        {
            if (!condition.Holds(facts))
            {
                return false;
            }
        }

        return true;
    }

    private static string Sentence(ConditionExplanation explained)
    {
        var seen = string.Join(", ", explained.Leaves.Where(leaf => leaf.Holds != true).Select(leaf => leaf.Value));
        return seen.Length == 0
            ? $"This must hold: {explained.Text}."
            : $"This must hold: {explained.Text}; but {seen}.";
    }
}
