using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>Calls, tasks, appointments, e-mails and notes of a case, and what they mean for ending it.</summary>
public sealed class ActivityTests
{
    private static readonly CaseSpec Desk = Of(
        """
        process: desk
        title: Desk
        statuses:
          active:
            open: { initial: true }
          resolved:
            done: {}
          cancelled:
            dropped: {}
        transitions:
          - from: open
            to: done
            when: case.openActivities == 0
          - from: open
            to: dropped
          - from: [done, dropped]
            to: open
        """
    );

    private static readonly CaseSpec Opened = Desk.After(Create());

    [Fact]
    public void An_activity_is_open_until_it_is_completed_and_its_minutes_add_up()
    {
        var (call, task) = (Guid.NewGuid(), Guid.NewGuid());
        var after = Opened.After(
            Add(call, ActivityKind.PhoneCall),
            Add(task, ActivityKind.Task),
            Complete(call, 25),
            Complete(task, 10)
        );

        Assert.Empty(after.Case!.OpenActivities);
        Assert.Equal(35, after.Case.ActivityMinutes);
        Assert.Equal([ActivityKind.PhoneCall, ActivityKind.Task], after.Case.DoneActivities);
        after.ThenRefused(Complete(call, 5), "activity-closed");
    }

    [Fact]
    public void A_note_is_never_open() =>
        Assert.Empty(Opened.ThenCase(Add(Guid.NewGuid(), ActivityKind.Note)).OpenActivities);

    [Fact]
    public void Only_calls_and_mails_have_a_direction_and_every_error_is_told_at_once()
    {
        var content = new ActivityContent(ActivityKind.Task, " ", null, Direction.Incoming, IsPublic: false, null);
        var refusal = Opened.ThenRefused(
            spec => new CaseCommand.AddActivity(Guid.NewGuid(), content, IsDone: true, -1)
            {
                By = spec.By,
                At = spec.At,
            },
            "fields-invalid"
        );
        Assert.Equal(
            ["subject", "direction", "minutes"],
            Assert.IsType<Refusal.FieldsInvalid>(refusal).Errors.Select(error => error.Field)
        );
    }

    [Fact]
    public void Resolving_with_open_activities_needs_a_word_that_cancels_them()
    {
        var task = Guid.NewGuid();
        var busy = Opened.After(Add(task, ActivityKind.Task));

        var refusal = busy.ThenRefused(Resolve(cancelOpen: false), "open-activities");
        Assert.Equal([task.ToString()], refusal.Missing.Select(one => one.Name));

        var resolved = busy.ThenCase(Resolve(cancelOpen: true));
        Assert.Equal(CaseState.Resolved, resolved.State);
        Assert.Empty(resolved.OpenActivities);
    }

    [Fact]
    public void Cancelling_with_open_activities_is_refused_with_the_list()
    {
        var task = Guid.NewGuid();
        var busy = Opened.After(Add(task, ActivityKind.Task));

        Assert.Equal([task.ToString()], busy.ThenRefused(Cancel, "open-activities").Missing.Select(one => one.Name));
        Assert.Equal(CaseState.Cancelled, busy.After(CancelActivity(task)).ThenCase(Cancel).State);
    }

    [Fact]
    public void What_is_billed_is_what_the_work_took_unless_less_is_said()
    {
        var worked = Opened.After(Add(Guid.NewGuid(), ActivityKind.PhoneCall, minutes: 40));

        Assert.Equal((40, 40), Billed(worked.ThenCase(Resolve())));
        Assert.Equal((15, 40), Billed(worked.ThenCase(Resolve(15))));
        Assert.Equal((90, 0), Billed(Opened.ThenCase(Resolve(90))));
        worked.ThenRefused(Resolve(41), "fields-invalid");
    }

    [Fact]
    public void A_process_can_let_more_be_billed_than_was_worked_with_a_reason()
    {
        var worked = Of(
                """
                process: generous
                title: Generous
                policies: { bill-above-total: true }
                statuses:
                  active:
                    open: { initial: true }
                  resolved:
                    done: {}
                transitions:
                  - from: open
                    to: done
                """
            )
            .After(Create(), Add(Guid.NewGuid(), ActivityKind.PhoneCall, minutes: 40));

        worked.ThenRefused(Resolve(60), "fields-invalid");
        Assert.Equal((60, 40), Billed(worked.ThenCase(Resolve(60, reason: "Express fee"))));
    }

    [Fact]
    public void A_closed_case_takes_notes_of_what_happened_but_no_new_work()
    {
        var closed = Opened.After(Resolve());

        Assert.Empty(closed.ThenCase(Add(Guid.NewGuid(), ActivityKind.Note)).OpenActivities);
        closed.ThenRefused(Add(Guid.NewGuid(), ActivityKind.Task), "case-closed");
    }

    private static (int?, int) Billed(Case resolved) =>
        (resolved.Resolution!.BillableMinutes, resolved.Resolution.TotalMinutes);

    private static Func<CaseSpec, CaseCommand> Add(Guid id, ActivityKind kind, int? minutes = null) =>
        spec => new CaseCommand.AddActivity(
            id,
            new ActivityContent(kind, "Ask for the serial number", null, null, IsPublic: false, null),
            IsDone: minutes is not null,
            minutes
        )
        {
            By = spec.By,
            At = spec.At,
        };

    private static Func<CaseSpec, CaseCommand> Complete(Guid id, int minutes) =>
        spec => new CaseCommand.CompleteActivity(id, minutes) { By = spec.By, At = spec.At };

    private static Func<CaseSpec, CaseCommand> CancelActivity(Guid id) =>
        spec => new CaseCommand.CancelActivity(id) { By = spec.By, At = spec.At };

    private static CaseCommand Cancel(CaseSpec spec) =>
        new CaseCommand.Cancel(null, null) { By = spec.By, At = spec.At };

    private static Func<CaseSpec, CaseCommand> Resolve(
        int? billable = null,
        bool cancelOpen = false,
        string? reason = null
    ) =>
        spec => new CaseCommand.Resolve(null, "Explained", billable, FieldValues.Empty, cancelOpen, reason)
        {
            By = spec.By,
            At = spec.At,
        };
}
