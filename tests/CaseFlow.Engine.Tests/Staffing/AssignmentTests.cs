using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Staffing;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Staffing.Desks;

namespace CaseFlow.Engine.Tests.Staffing;

public sealed class AssignmentTests
{
    private static readonly QueueDefinition Turns = Support.Process.FindQueue("turns")!;
    private static readonly QueueDefinition Least = Support.Process.FindQueue("least")!;

    [Fact]
    public void Round_robin_gives_to_whom_the_queue_gave_longest_ago() =>
        Assert.Equal(
            "cid",
            Chosen(Turns, Person("ann", turn: 7), Person("bob", turn: 9), Person("cid", load: 2, turn: 3))
        );

    [Fact]
    public void Least_loaded_gives_to_who_works_on_the_fewest_and_of_them_to_whom_it_gave_longest_ago() =>
        Assert.Equal(
            "cid",
            Chosen(Least, Person("ann", 2, 1), Person("bob", 1, 9), Person("cid", 1, 3), Person("dee", 1, 4))
        );

    [Fact]
    public void Where_nothing_else_tells_them_apart_the_name_decides() =>
        Assert.Equal("ann", Chosen(Least, Person("bob"), Person("ann")));

    [Fact]
    public void The_smaller_of_the_queues_capacity_and_ones_own_is_the_limit()
    {
        Assert.Null(Chosen(Turns, Person("ann", load: 3)));
        Assert.Null(Chosen(Turns, Person("ann", load: 1, capacity: 1)));
        Assert.Equal("ann", Chosen(Turns, Person("ann", load: 2, capacity: 9)));
    }

    [Fact]
    public void Outside_the_hours_of_the_queue_nobody_is_given_anything()
    {
        var hours = Support.Process.FindQueue("hours")!;
        var (ann, saturday) = (Desk("hours", Person("ann")), Monday9.AddDays(-2));

        Assert.Equal("ann", Assignment.Choose(hours, ann, Monday9)?.User);
        Assert.Null(Assignment.Choose(hours, ann, saturday));
        Assert.Equal(
            "By 'business' the queue opens at 2026-03-02 08:00:00 UTC; until then the case waits.",
            Assignment.Explain(hours, ann, saturday).Decided
        );
    }

    [Fact]
    public void Of_a_manual_queue_nobody_is_given_anything() =>
        Assert.Null(Chosen(Support.Process.FindQueue("manual")!, Person("ann")));

    [Fact]
    public void Each_who_cannot_take_it_is_told_with_the_reason()
    {
        var explained = Assignment.Explain(
            Least,
            Desk(
                "least",
                Person("ann", load: 3),
                Person("bob", presence: Presence.Away),
                Person("cid") with
                {
                    Lacks = ["french"],
                },
                Person("dee") with
                {
                    Inactive = true,
                },
                Person("eve", load: 2)
            ),
            Monday9
        );

        Assert.Equal(
            ["works on 3 of 3", "is away", "lacks the skill french", "is deactivated", null],
            explained.Candidates.Select(one => one.Excluded)
        );
        Assert.Equal(("eve", "Only eve can take it."), (explained.Worker, explained.Decided));
    }

    [Theory]
    [InlineData("round-robin", 1, 1, 5, 4, "bob was given one here longest ago.")]
    [InlineData("round-robin", 1, 1, 5, 0, "bob was never given one here.")]
    [InlineData("round-robin", 1, 1, 4, 4, "ann, bob are level; the name decides.")]
    [InlineData("least-loaded", 2, 1, 1, 9, "bob works on the fewest cases.")]
    [InlineData(
        "least-loaded",
        1,
        1,
        5,
        4,
        "ann, bob work on the fewest cases; of them bob was given one here longest ago."
    )]
    [InlineData("least-loaded", 1, 1, 4, 4, "ann, bob are level; the name decides.")]
    public void What_decided_between_two_is_said(
        string strategy,
        int annsLoad,
        int bobsLoad,
        long annsTurn,
        long bobsTurn,
        string decided
    )
    {
        var queue = Turns with { Assign = StrategyNames.Find(strategy) };
        var people = Desk("turns", Person("ann", annsLoad, annsTurn), Person("bob", bobsLoad, bobsTurn));

        Assert.Equal(decided, Assignment.Explain(queue, people, Monday9).Decided);
    }

    private static string? Chosen(QueueDefinition queue, params ImmutableArray<MemberFacts> people) =>
        Assignment.Choose(queue, Desk(queue.Key, people), Monday9)?.User;
}
