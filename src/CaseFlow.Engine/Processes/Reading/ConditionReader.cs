using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the conditions of a definition and puts their problems at their places in the file.</summary>
internal sealed class ConditionReader(ConditionScope scope, FieldReader fields, ProblemList problems)
{
    // Definitions ask the same in many places; it is read once.
    private readonly Dictionary<string, ConditionReadResult> read = new(StringComparer.Ordinal);

    /// <summary>The conditions behind a key that can be read, in their order.</summary>
    /// <param name="never">What follows where one can never hold, such as <c>so the rule never matches</c>.</param>
    public ImmutableArray<PlacedCondition> Read(YamlNode? node, string never)
    {
        ImmutableArray<PlacedCondition> conditions =
        [
            .. node.ManyScalars()
                .Where(text => !text.IsNothing && text.Value.Length <= Shape.Condition.Most)
                .Select(ReadOne)
                .OfType<PlacedCondition>(),
        ];
        foreach (var (condition, at) in conditions)
        {
            if (condition.Constant == false)
            {
                problems.Add(at, ProblemCodes.NeverHolds, $"this condition never holds, {never}");
            }
        }

        return conditions;
    }

    /// <summary>That the entitlement of the case supplies an SLA.</summary>
    public Condition SuppliesSla(string name) =>
        Condition.Read($"entitlement.sla == {CelText.Of(CelValue.Of(name))}", scope).Condition!;

    private PlacedCondition? ReadOne(YamlScalar text)
    {
        if (!read.TryGetValue(text.Value, out var result))
        {
            result = Condition.Read(text.Value, scope);
            read.Add(text.Value, result);
        }

        // What a condition says about a field whose declaration is wrong cannot be judged.
        if (!fields.Broken.Any(field => text.Value.Contains(field, StringComparison.Ordinal)))
        {
            foreach (var problem in result.Problems)
            {
                problems.Add(
                    text.PlaceAt(problem.Offset),
                    ProblemCodes.Condition,
                    LowerFirst(problem.Message) + HelpWithDashes(text)
                );
            }
        }

        return result.Condition is { } condition ? new PlacedCondition(condition, text.Start) : null;
    }

    // 'case.fields.resolution-type' is a subtraction to the language, and its answer would puzzle.
    private string HelpWithDashes(YamlScalar text) =>
        fields.Fields.FirstOrDefault(field =>
            field.Key.Contains('-') && text.Value.Contains($"fields.{field.Key}", StringComparison.Ordinal)
        )
            is { Key: var key }
            ? $"; a name with '-' stands in backticks: case.fields.`{key}`"
            : "";

    private static string LowerFirst(string message) =>
        message is [var first, var second, ..] && char.IsUpper(first) && char.IsLower(second)
            ? char.ToLowerInvariant(first) + message[1..].TrimEnd('.')
            : message.TrimEnd('.');
}

/// <summary>A condition, and where it stands.</summary>
internal sealed record PlacedCondition(Condition Condition, YamlPlace At);
