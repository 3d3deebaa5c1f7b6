using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Calls, tasks, appointments, e-mails and notes: added, completed, cancelled.</summary>
internal static class ActivityRules
{
    private const int MaxSubjectLength = 200;
    private const int MaxTextLength = 100_000;

    /// <summary>Minutes of one activity: a working year, which no single one takes.</summary>
    private const int MaxMinutes = 100_000;

    public static Decision DecideAdd(Question asked, CaseCommand.AddActivity add)
    {
        var errors = Check(add);
        if (!errors.IsEmpty)
        {
            return Refuse(new Refusal.FieldsInvalid(errors));
        }

        // What happened is written down whenever it is learnt; work still to be done needs a case that is open.
        var isDone = add.IsDone || add.Content.Kind == ActivityKind.Note;
        ImmutableArray<CaseEvent> before = Replies.To(asked, add) is { } reply ? [reply] : [];
        if (asked.Case.State != CaseState.Active && !isDone && before is not [Reactivated])
        {
            return Refuse(new Refusal.WrongState("add-activity", asked.Case.State, ["reactivate"]));
        }

        var added = new ActivityAdded(add.Id, add.Content with { Subject = add.Content.Subject.Trim() })
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
        return isDone
            ? Accept([
                .. before,
                added,
                Completed(asked, add.Id, add.Content.Kind, add.Content.Direction, add.Minutes ?? 0),
            ])
            : Accept([.. before, added]);
    }

    public static Decision DecideComplete(Question asked, CaseCommand.CompleteActivity complete) =>
        CheckMinutes(complete.Minutes) is [_, ..] errors ? Refuse(new Refusal.FieldsInvalid(errors))
        : Find(asked, complete.Activity) is not { } open ? Refuse(new Refusal.ActivityClosed(complete.Activity))
        : Accept(Completed(asked, open.Id, open.Kind, open.Direction, complete.Minutes ?? 0));

    public static Decision DecideCancel(Question asked, CaseCommand.CancelActivity cancel) =>
        Find(asked, cancel.Activity) is { } open
            ? Accept(Cancelled(asked, open))
            : Refuse(new Refusal.ActivityClosed(cancel.Activity));

    /// <summary>The events that cancel every open activity.</summary>
    public static ImmutableArray<CaseEvent> CancelAll(Question asked) =>
        [.. asked.Case.OpenActivities.Select(open => Cancelled(asked, open))];

    /// <summary>Each open activity as something that must be closed first.</summary>
    public static ImmutableArray<Missing> Open(Case current) =>
        [
            .. current.OpenActivities.Select(open => new Missing(
                "activity",
                open.Id.ToString(),
                $"The {ActivityWords.Of(open.Kind)} '{open.Subject}' is open."
            )),
        ];

    private static ActivityCompleted Completed(
        Question asked,
        Guid id,
        ActivityKind kind,
        Direction? direction,
        int minutes
    ) =>
        new(id, kind, direction, minutes)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };

    private static ActivityCancelled Cancelled(Question asked, OpenActivity open) =>
        new(open.Id, open.Kind)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };

    private static OpenActivity? Find(Question asked, Guid id)
    {
        foreach (var open in asked.Case.OpenActivities)
        {
            if (open.Id == id)
            {
                return open;
            }
        }

        return null;
    }

    private static ImmutableArray<FieldError> Check(CaseCommand.AddActivity add)
    {
        var content = add.Content;
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (string.IsNullOrWhiteSpace(content.Subject) || content.Subject.Length > MaxSubjectLength)
        {
            errors.Add(new("subject", $"An activity has a subject of 1 to {MaxSubjectLength} characters."));
        }

        if (content.Text?.Length > MaxTextLength)
        {
            errors.Add(new("text", $"The text has more than {MaxTextLength} characters."));
        }

        if (content.Direction is not null && content.Kind is not (ActivityKind.PhoneCall or ActivityKind.Email))
        {
            errors.Add(new("direction", "Only calls and e-mails have a direction."));
        }

        errors.AddRange(CheckMinutes(add.Minutes));
        return errors.ToImmutable();
    }

    private static ImmutableArray<FieldError> CheckMinutes(int? minutes) =>
        minutes is < 0 or > MaxMinutes ? [new FieldError("minutes", $"Minutes are from 0 to {MaxMinutes}.")] : [];
}
