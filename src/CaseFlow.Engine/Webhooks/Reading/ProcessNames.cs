using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Webhooks.Reading;

/// <summary>The names of a process, for a file that refers to them from outside.</summary>
/// <param name="file">What the file describes, such as <c>webhook</c>.</param>
internal sealed class ProcessNames(CaseProcess? process, ProblemList problems, string file)
{
    /// <param name="state">What the status must belong to; null for any.</param>
    public string? Status(YamlNode? node, CaseState? state)
    {
        if (
            Refer(node, "status", ProblemCodes.UnknownStatus, process?.Parts.Statuses.Select(one => one.Key))
                is not { } key
            || process?.FindStatus(key) is not { } status
        )
        {
            return node.AsText();
        }

        if (state is { } wanted && status.State != wanted)
        {
            problems.Add(
                node!.Start,
                ProblemCodes.WebhookSetting,
                $"'{key}' is a status of {StateNames.Of(status.State)} cases, and here it takes one of {StateNames.Of(wanted)} ones"
            );
        }

        return key;
    }

    public string? Stage(YamlNode? node) =>
        node.AsText() is "next" or "back"
            ? node.AsText()
            : Refer(node, "stage", ProblemCodes.UnknownStage, process?.Stages.Select(one => one.Key)) ?? node.AsText();

    public string? Queue(YamlNode? node) =>
        Refer(node, "queue", ProblemCodes.UnknownQueue, process?.Parts.Queues.Select(one => one.Key)) ?? node.AsText();

    /// <summary>The field must be there, and take the value where the file says all of it.</summary>
    public void Field(YamlScalar name, YamlNode value, HookText text)
    {
        if (
            Refer(name, "field", ProblemCodes.UnknownField, process?.Parts.Fields.Select(one => one.Key)) is not { } key
            || process?.FindField(key) is not { } field
            || text.Constant is not { } constant
            || HookValues.FieldOf(field, CelValue.Of(constant)) is not { } given
        )
        {
            return;
        }

        if (FieldRules.Check(field, given) is (_, { } error))
        {
            problems.Add(value.Start, ProblemCodes.FieldValue, $"this value would be refused: {error.TrimEnd('.')}");
        }
    }

    private string? Refer(YamlNode? node, string noun, string code, IEnumerable<string>? known) =>
        known is null ? null : new KnownNames(noun, code, known, problems).Refer(node, $"{file} names");
}
