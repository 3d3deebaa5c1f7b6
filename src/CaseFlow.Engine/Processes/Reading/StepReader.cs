using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads one step of a stage.</summary>
internal sealed class StepReader(KnownNames fieldNames, ConditionReader conditions, ProblemList problems)
{
    public Step? Read(YamlNode node)
    {
        var step = node is YamlScalar bare ? OfWord(bare.Value) : OfKeys(node);
        if (step is null)
        {
            return null;
        }

        return step with
        {
            Required = node.At(StageKeys.Required).AsFlag(),
            When =
            [
                .. conditions
                    .Read(node.At(StageKeys.When), "so the step is never asked for")
                    .Select(placed => placed.Condition),
            ],
        };
    }

    private static Step? OfWord(string word) =>
        word == StageKeys.FindCase.Name ? new Step.FindCase()
        : word == StageKeys.SimilarCases.Name ? new Step.SimilarCases()
        : null;

    private Step? OfKeys(YamlNode node) =>
        node.At(StageKeys.Lookup).AsText() is { } record ? new Step.Lookup(record)
        : node.At(StageKeys.Activity).AsText() is { } kind ? new Step.DoActivity(kind)
        : node.At(StageKeys.Field).AsScalar() is { } field ? OfField(field)
        : node.Entries().Select(entry => OfWord(entry.Name)).FirstOrDefault(step => step is not null);

    private Step.FillField? OfField(YamlScalar field)
    {
        if (field.Value is "customer" or "contact")
        {
            problems.Add(
                field.Start,
                ProblemCodes.UnknownField,
                $"'{field.Value}' is a record; write 'lookup: {field.Value}'"
            );
            return null;
        }

        return field.Value == "title" ? new Step.FillField(field.Value)
            : fieldNames.Refer(field, "step for") is { } known ? new Step.FillField(known)
            : null;
    }
}
