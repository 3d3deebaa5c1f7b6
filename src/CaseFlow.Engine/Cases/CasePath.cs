using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases;

/// <summary>Where a case stands on the guided path, by the rules that its gates ask.</summary>
public static class CasePath
{
    /// <param name="facts">The case as it is, over this process's conditions.</param>
    public static ImmutableArray<StageOnPath> Of(CaseProcess process, Case current, ConditionFacts facts) =>
        [
            .. process.Stages.Select(stage => new StageOnPath(
                stage,
                stage.Key == current.Stage ? StagePlace.Current
                    : current.Path.Contains(stage.Key, StringComparer.Ordinal) ? StagePlace.Done
                    : StagePlace.Ahead,
                [
                    .. stage
                        .Steps.Where(step => Gates.Applies(step, facts))
                        .Select(step => new StepOnPath(step, Gates.IsDone(step, current))),
                ]
            )),
        ];
}

/// <summary>Where a stage stands, seen from the case.</summary>
public enum StagePlace
{
    Done,
    Current,
    Ahead,
}

/// <summary>A stage of the path of one case.</summary>
/// <param name="Steps">Those that are asked for as the case is now.</param>
public sealed record StageOnPath(StageDefinition Stage, StagePlace Place, ImmutableArray<StepOnPath> Steps);

/// <summary>A step, and whether it is done.</summary>
public sealed record StepOnPath(Step Step, bool IsDone);
