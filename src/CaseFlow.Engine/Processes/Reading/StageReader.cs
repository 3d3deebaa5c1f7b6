using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the stages of the guided path.</summary>
internal sealed class StageReader(StepReader steps, ConditionReader conditions, ProblemList problems)
{
    /// <summary>Each stage's name with what belongs to it: a bare word is a stage without anything.</summary>
    public static ImmutableArray<YamlEntry> Entries(YamlNode? section) =>
        [
            .. ((section as YamlSequence)?.Items ?? [])
                .Select(item =>
                    item switch
                    {
                        YamlMapping { Entries: [var only, ..] } => only,
                        YamlScalar { IsNothing: false } bare => new YamlEntry(bare, new YamlScalar(bare.Start, "")),
                        _ => null,
                    }
                )
                .OfType<YamlEntry>(),
        ];

    public ImmutableArray<StageDefinition> Read(YamlNode? section)
    {
        var entries = Entries(section);
        Distinct.Read(entries.Select(entry => entry.Key), "stage", problems);

        ImmutableArray<StageDefinition> stages = [];
        var gates = new GateCheck(problems);
        foreach (var (name, body) in entries.DistinctBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var enter = conditions.Read(body.At(StageKeys.Enter), "so no case can enter the stage");
            var stage = new StageDefinition(name.Value, Labels.Read(body.At(StageKeys.Title), name.Value))
            {
                Enter = [.. enter.Select(placed => placed.Condition)],
                Steps =
                [
                    .. ((body.At(StageKeys.Steps) as YamlSequence)?.Items ?? []).Select(steps.Read).OfType<Step>(),
                ],
            };
            stages = stages.Add(stage);
            gates.Add(stage, enter);
        }

        gates.Check();
        return stages;
    }
}
