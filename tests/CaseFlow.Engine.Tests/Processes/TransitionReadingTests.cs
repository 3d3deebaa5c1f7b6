using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Processes;

public class TransitionReadingTests
{
    private const string Any =
        "done>open done>waiting dropped>open dropped>waiting open>done open>dropped open>waiting "
        + "waiting>done waiting>dropped waiting>open";

    [Fact]
    public void Lists_are_spread_out_into_single_moves() =>
        Assert.Equal(
            "open>done open>dropped open>waiting waiting>done waiting>dropped waiting>waiting",
            Moves("[{ from: [open, waiting], to: [waiting, done, dropped] }]").Replace("open>open ", "")
        );

    [Fact]
    public void To_any_is_every_other_status() =>
        Assert.Equal(
            "open>done open>dropped open>waiting waiting>open",
            Moves("[{ from: open, to: any }, { from: waiting, to: open }]")
        );

    [Fact]
    public void From_any_leaves_out_staying_and_what_no_operation_can_make() =>
        Assert.Equal(
            "open>done open>dropped open>waiting waiting>done",
            Moves("[{ from: any, to: done }, { from: open, to: [waiting, dropped] }]")
        );

    [Fact]
    public void To_same_lets_each_status_stay() =>
        Assert.Equal(
            "done>done dropped>dropped open>done open>dropped open>open open>waiting waiting>open waiting>waiting",
            Moves("[{ from: any, to: same }, { from: open, to: any }, { from: waiting, to: open }]")
        );

    [Theory]
    [InlineData("any")]
    [InlineData("[{ from: any, to: any }]")]
    public void Any_is_every_move_but_those_between_resolved_and_cancelled(string transitions) =>
        Assert.Equal(Any, Moves(transitions));

    [Fact]
    public void Each_single_move_carries_what_its_line_says()
    {
        var process = Definitions.Ready(
            Definitions.Desk(
                """
                  - name: Give up
                    from: waiting
                    to: [done, dropped]
                    when: [case.openActivities == 0]
                    roles: [agent, supervisor]
                    requires: [priority, subject]

                """
            )
        );

        var move = process.ExitsOf("waiting").Last(exit => exit.To == "dropped");
        Assert.Equal("Give up", move.Name!.Text);
        Assert.Equal("case.openActivities == 0", Assert.Single(move.When).Text);
        Assert.Equal(Role.Agent | Role.Supervisor, move.Roles);
        Assert.Equal(["priority", "subject"], move.Requires);
    }

    [Fact]
    public void A_closed_status_can_be_initial() =>
        Assert.Equal(
            "done",
            Definitions
                .Ready(Definitions.Desk(statuses: Definitions.Statuses.Replace("done:", "done: { initial: true }")))
                .Parts.Statuses.Last(status => status.Initial)
                .Key
        );

    private static string Moves(string transitions) =>
        string.Join(
            ' ',
            Definitions
                .Ready(Definitions.Desk(transitions: $"transitions: {transitions}\n"))
                .Parts.Transitions.Select(move => $"{move.From}>{move.To}")
                .Order(StringComparer.Ordinal)
        );
}
