namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Finds gates that ask for a field before the path has come to the step that fills it.</summary>
internal sealed class GateCheck(ProblemList problems)
{
    private const string Declared = "case.fields.";

    private readonly List<(StageDefinition Stage, ImmutableArray<PlacedCondition> Enter)> path = [];
    private readonly Dictionary<string, int> firstFilled = new(StringComparer.Ordinal);

    public void Add(StageDefinition stage, ImmutableArray<PlacedCondition> enter)
    {
        foreach (var step in stage.Steps.OfType<Step.FillField>())
        {
            firstFilled.TryAdd(step.Field, path.Count);
        }

        path.Add((stage, enter));
    }

    public void Check()
    {
        for (var index = 0; index < path.Count; index++)
        {
            foreach (var gate in path[index].Enter)
            {
                CheckGate(gate, index);
            }
        }
    }

    // Built-in fields and those that no step fills can come with the case itself, so only steps that come too late tell.
    private void CheckGate(PlacedCondition gate, int index)
    {
        foreach (var name in gate.Condition.Names.Where(name => name.StartsWith(Declared, StringComparison.Ordinal)))
        {
            var field = name[Declared.Length..];
            if (firstFilled.TryGetValue(field, out var filled) && filled >= index)
            {
                var where = filled == index ? "the stage itself" : $"stage '{path[filled].Stage.Key}'";
                problems.Add(
                    gate.At,
                    ProblemCodes.GateTooEarly,
                    $"the gate of stage '{path[index].Stage.Key}' needs field '{field}', which is only filled in {where}; "
                        + "move the step to an earlier stage, or remove the condition"
                );
            }
        }
    }
}
