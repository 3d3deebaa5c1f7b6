using CaseFlow.Workflows.Definitions.Reading;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Running.Scheduling;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Cron expressions that never come: what waits for one starts nothing and never goes on.</summary>
internal static class CronCheck
{
    private const string Input = "cronExpression";

    public static void Run(ActivityNode activity, ReadingNotes notes)
    {
        if (
            notes.IsNew
            && activity.Type == "Elsa.Cron"
            && activity.Inputs.GetValueOrDefault(Input) is { Expression: var written }
            && written.Expression is { Syntax: ExpressionSyntaxes.Literal, Value: string text }
            && Cron.ProblemOf(text) is { } problem
        )
        {
            notes.Refuse(CheckedPlace.Of(activity, Input, written.At), WorkflowProblems.BrokenCron, problem);
        }
    }
}
