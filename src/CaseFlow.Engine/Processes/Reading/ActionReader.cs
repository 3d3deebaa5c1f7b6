using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads what a case does by itself.</summary>
internal sealed class ActionReader(
    ImmutableArray<FieldDefinition> fields,
    KnownNames fieldNames,
    KnownNames statusNames,
    KnownNames stageNames,
    KnownNames queueNames,
    ProblemList problems
)
{
    private const string None = "none";

    public ImmutableArray<CaseAction> Read(YamlNode? section) =>
        [.. ((section as YamlSequence)?.Items ?? []).Select(ReadOne).OfType<CaseAction>()];

    private CaseAction? ReadOne(YamlNode node) =>
        node.At(ActionKeys.Queue) is { } queue
            ? Named(queueNames.Refer(queue, "action to"), name => new CaseAction.ToQueue(name))
        : IsRoute(node) ? new CaseAction.Route()
        : node.At(ActionKeys.Stage).AsScalar() is { } stage ? ReadStage(stage)
        : node.At(ActionKeys.Status) is { } status
            ? Named(statusNames.Refer(status, "action to"), name => new CaseAction.ToStatus(name))
        : node.At(ActionKeys.Set) is { } set ? ReadSet(set)
        : node.At(ActionKeys.Assign).AsText() is { } whom ? new CaseAction.AssignTo(whom)
        : node.At(ActionKeys.Note).AsText() is { } note ? new CaseAction.AddNote(note)
        : node.At(ActionKeys.Task).AsText() is { } task ? new CaseAction.AddTask(task)
        : node.At(ActionKeys.Run).AsText() is { } workflow ? new CaseAction.Run(workflow)
        : node.At(ActionKeys.Notify).AsText() is { } told ? new CaseAction.Notify(told)
        : null;

    private static bool IsRoute(YamlNode node) =>
        node is YamlScalar bare
            ? bare.Value == ActionKeys.Route.Name
            : node.Entries().Any(entry => entry.Name == ActionKeys.Route.Name);

    private CaseAction.ToStage? ReadStage(YamlScalar stage)
    {
        // 'next' needs stages too: where there are none, the name is looked up to say so.
        var isWord = stage.Value is ActionKeys.Next or ActionKeys.Back && !stageNames.All.IsEmpty;
        var name = isWord ? stage.Value : stageNames.Refer(stage, "action to");
        return name is null ? null : new CaseAction.ToStage(name);
    }

    private CaseAction.Set ReadSet(YamlNode set)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, FieldValue?>(StringComparer.Ordinal);
        foreach (var (name, value) in set.Entries())
        {
            if (
                fieldNames.Refer(name, "action sets") is { } key
                && value.AsScalar() is { } scalar
                && fields.FirstOrDefault(field => field.Key == key) is { } field
            )
            {
                values[key] = ReadValue(field, scalar);
            }
        }

        return new CaseAction.Set(values.ToImmutable());
    }

    private FieldValue? ReadValue(FieldDefinition field, YamlScalar scalar)
    {
        if (scalar is { IsPlain: true, Value: None } && !field.Choices.Contains(None, StringComparer.Ordinal))
        {
            return null;
        }

        var (kept, error) = FieldRules.Check(field, TypedValue.Of(field, scalar));
        if (error is not null)
        {
            problems.Add(scalar.Start, ProblemCodes.FieldValue, $"this value would be refused: {error.TrimEnd('.')}");
        }

        return kept;
    }

    private static CaseAction? Named(string? name, Func<string, CaseAction> make) => name is null ? null : make(name);
}
