using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Webhooks;

/// <summary>Fills the commands of a webhook in with what a delivery says.</summary>
public static class HookSteps
{
    private const int MostOfSubject = 200;
    private const int MostOfSubjectOfNote = 80;
    private const int MostOfText = 100_000;

    private const string Unnamed = "(no title)";

    /// <summary>The title and fields of a new case. A delivery without a title opens one all the same: nothing is lost.</summary>
    public static (string Title, FieldValues Fields) Opening(
        HookCommand.Create create,
        CaseProcess process,
        ConditionFacts facts
    ) => (TitleOf(create.Title, facts) ?? Unnamed, FieldsOf(create, process, facts));

    /// <summary>The command to a case that is there.</summary>
    /// <param name="id">A new one, for what the command makes.</param>
    public static CaseCommand Command(
        HookCommand worded,
        CaseProcess process,
        ConditionFacts facts,
        Guid id,
        Actor by,
        DateTimeOffset at
    ) =>
        worded switch
        {
            HookCommand.Edit edit => new CaseCommand.Edit(ChangesOf(edit, process, facts)) { By = by, At = at },
            HookCommand.MoveStatus status => new CaseCommand.MoveStatus(status.To, FieldsOf(status, process, facts))
            {
                By = by,
                At = at,
            },
            HookCommand.MoveStage stage => new CaseCommand.MoveStage(stage.To, stage.Reason?.Text(facts))
            {
                By = by,
                At = at,
            },
            HookCommand.AddToQueue queue => new CaseCommand.AddToQueue(queue.To) { By = by, At = at },
            HookCommand.Resolve resolve => new CaseCommand.Resolve(
                resolve.Status,
                resolve.Resolution?.Text(facts),
                null,
                FieldsOf(resolve, process, facts),
                resolve.CancelOpenActivities
            )
            {
                By = by,
                At = at,
            },
            HookCommand.Cancel cancel => new CaseCommand.Cancel(cancel.Status, null) { By = by, At = at },
            HookCommand.Reactivate again => new CaseCommand.Reactivate(again.Status, again.Reason?.Text(facts))
            {
                By = by,
                At = at,
            },
            HookCommand.AddNote note => new CaseCommand.AddActivity(id, NoteOf(note, facts), true, null)
            {
                By = by,
                At = at,
            },
            _ => throw new System.Diagnostics.UnreachableException($"No command for {worded.Name}."),
        };

    /// <summary>What a workflow is given, as a JSON object.</summary>
    public static JsonObject InputOf(HookCommand.Run run, ConditionFacts facts) =>
        new(run.Input.Select(field => KeyValuePair.Create(field.Key, HookValues.JsonOf(field.Value.Value(facts)))));

    /// <summary>
    /// Whether nothing is left to do: commands lead somewhere, and where the last of them has nothing to do any more,
    /// because a person was faster or a delivery came late, none of them has.
    /// </summary>
    public static bool AreDone(ImmutableArray<HookCommand> commands, Case current) =>
        commands is [.., var last] && IsDone(last, current);

    public static bool IsDone(HookCommand worded, Case current) =>
        worded switch
        {
            HookCommand.MoveStatus status => current.Status == status.To,
            HookCommand.MoveStage stage => current.Stage == stage.To,
            HookCommand.AddToQueue queue => current.Queue == queue.To,
            HookCommand.Resolve => current.State == CaseState.Resolved,
            HookCommand.Cancel => current.State == CaseState.Cancelled,
            HookCommand.Reactivate => current.State == CaseState.Active,
            _ => false,
        };

    private static string? TitleOf(HookText? title, ConditionFacts facts) =>
        title?.Text(facts) is { } text
            ? HookValues.Shortened(text.ReplaceLineEndings(" ").Trim(), TitleRules.MaxLength)
            : null;

    private static FieldValues FieldsOf(HookCommand worded, CaseProcess process, ConditionFacts facts) =>
        FieldsOf(worded.Fields, process, facts);

    internal static FieldValues FieldsOf(ImmutableArray<HookField> fields, CaseProcess process, ConditionFacts facts) =>
        FieldValues.Of(
            fields
                .Select(field =>
                    (field.Key, Value: HookValues.FieldOf(process.FindField(field.Key), field.Value.Value(facts)))
                )
                .Where(field => field.Value is not null)
                .Select(field => KeyValuePair.Create(field.Key, field.Value!))
        );

    // What the delivery lacks stays as it is; what it says is nothing is emptied.
    private static ImmutableSortedDictionary<string, FieldValue?> ChangesOf(
        HookCommand.Edit edit,
        CaseProcess process,
        ConditionFacts facts
    )
    {
        var changes = ImmutableSortedDictionary.CreateBuilder<string, FieldValue?>(StringComparer.Ordinal);
        foreach (var (key, text) in edit.Fields)
        {
            var value = text.Value(facts);
            if (!value.IsError)
            {
                changes[key] = HookValues.FieldOf(process.FindField(key), value);
            }
        }

        if (TitleOf(edit.Title, facts) is { } title)
        {
            changes["title"] = new FieldValue.Text(title);
        }

        return changes.ToImmutable();
    }

    private static ActivityContent NoteOf(HookCommand.AddNote note, ConditionFacts facts)
    {
        var text = note.Text.Text(facts)?.Trim();
        var subject =
            note.Subject?.Text(facts) is { } said ? HookValues.Shortened(said.ReplaceLineEndings(" "), MostOfSubject)
            : text is null ? ""
            : HookValues.Shortened(text.Split('\n')[0].Trim(), MostOfSubjectOfNote);
        return new ActivityContent(
            ActivityKind.Note,
            subject,
            text is null ? null : HookValues.Shortened(text, MostOfText),
            Direction: null,
            note.IsPublic,
            Due: null
        );
    }
}
