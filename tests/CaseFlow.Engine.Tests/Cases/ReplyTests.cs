using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>What comes in for a resolved case: it is taken up again in time, and a new one is suggested later.</summary>
public sealed class ReplyTests
{
    private static readonly CaseSpec Resolved = Desk("reopen-on-reply: { within: 14 days, status: again }")
        .After(Create(), Resolve());

    [Fact]
    public void A_reply_in_time_takes_the_case_up_again_where_the_policy_says()
    {
        var events = Events(Later(Resolved, days: 14), Mail(isDone: true));

        Assert.Equal(
            ["Reactivated", "ActivityAdded", "ActivityCompleted"],
            events.Select(happened => happened.GetType().Name)
        );
        Assert.Equal("again", Later(Resolved, days: 14).ThenCase(Mail(isDone: true)).Status);
    }

    [Fact]
    public void A_reply_that_is_still_to_be_answered_is_open_in_the_case_taken_up_again() =>
        Assert.Single(Resolved.ThenCase(Mail(isDone: false)).OpenActivities);

    [Fact]
    public void A_later_reply_is_written_down_and_a_new_case_suggested()
    {
        var late = Later(Resolved, days: 15);

        var suggested = Assert.Single(Events(late, Mail(isDone: true)).OfType<CaseEvent.FollowUpSuggested>());

        Assert.Equal("resolved-too-long-ago", suggested.Code);
        Assert.Equal(CaseState.Resolved, late.ThenCase(Mail(isDone: true)).State);
        late.ThenRefused(Mail(isDone: false), "case-closed");
    }

    [Fact]
    public void Where_no_move_leads_back_a_new_case_is_suggested_with_the_reason()
    {
        var stuck = Desk("reopen-on-reply: 14 days", back: "other").After(Create(), Resolve());

        var suggested = Assert.Single(Events(stuck, Mail(isDone: true)).OfType<CaseEvent.FollowUpSuggested>());

        Assert.Equal("transition-blocked", suggested.Code);
    }

    [Fact]
    public void What_goes_out_and_what_no_policy_is_about_takes_nothing_up_again()
    {
        Assert.Equal(CaseState.Resolved, Resolved.ThenCase(Mail(isDone: true, Direction.Outgoing)).State);
        var silent = Desk("max-merged: 10").After(Create(), Resolve());
        Assert.Equal(2, Events(silent, Mail(isDone: true)).Length);
    }

    [Fact]
    public void A_cancelled_case_stays_cancelled() =>
        Assert.Equal(
            CaseState.Cancelled,
            Desk("reopen-on-reply: 14 days").After(Create(), Cancel()).ThenCase(Mail(isDone: true)).State
        );

    private static CaseSpec Desk(string policy, string back = "[open, again]") =>
        Of(
            $$"""
            process: desk
            title: Desk
            statuses:
              active: { open: { initial: true }, again: , other: }
              resolved: { done: }
              cancelled: { dropped: }
            transitions:
              - { from: [open, again, other], to: [open, again, other, done, dropped] }
              - { from: dropped, to: open }
              - { from: done, to: {{back}}, roles: [{{(back == "other" ? "supervisor" : "agent")}}] }
            policies: { {{policy}} }
            """
        );

    private static CaseSpec Later(CaseSpec spec, int days) =>
        spec with
        {
            At = spec.Case!.Resolution!.At.AddDays(days),
        };

    private static ImmutableArray<CaseEvent> Events(CaseSpec spec, Func<CaseSpec, CaseCommand> command) =>
        Assert.IsType<Decision.Accepted>(spec.Ask(command)).Events;

    private static Func<CaseSpec, CaseCommand> Mail(bool isDone, Direction direction = Direction.Incoming) =>
        spec => new CaseCommand.AddActivity(
            Guid.Parse("00000000-0000-0000-0000-0000000000bb"),
            new(ActivityKind.Email, "Still broken", null, direction, IsPublic: true, null),
            isDone,
            null
        )
        {
            By = spec.By,
            At = spec.At,
        };
}
