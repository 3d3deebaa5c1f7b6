using CaseFlow.Engine.Sla;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Sla;

public sealed class StoryTests
{
    private static readonly ClockSpec Office = ClockSpec.Of(
        """
        sla:
          - kpi: K
            when: case.fields.level != 'none'
            calendar: office
            starts: case.created
            met-by: case.resolved
            fail-after: 4h
        """
    );

    [Fact]
    public void Every_second_of_a_clock_is_explained()
    {
        var story = Office
            .At("2026-03-02T10:15:00", Create())
            .At("2026-03-02T13:00:00.7", Status("waiting"))
            .At("2026-03-02T13:20:00", Edit(("level", Text("none"))))
            .At("2026-03-02T13:30:00", Edit(("level", Text("high"))))
            .At("2026-03-02T13:40:10", Status("open"))
            .Story("2026-03-02T17:30:00");

        Assert.Equal(
            [
                (ClockTime.Counting, 2_700),
                (ClockTime.Closed, 3_600),
                (ClockTime.Counting, 3_600),
                (ClockTime.Paused, 1_200),
                (ClockTime.NotApplicable, 600),
                (ClockTime.Paused, 610),
                (ClockTime.Counting, 4 * 3_600 - 6_300),
            ],
            story.Intervals.Select(interval => (interval.Kind, interval.Seconds))
        );
        Assert.All(story.Intervals, interval => Assert.Equal(("K", "office"), (interval.Rule, interval.Calendar)));
        Assert.Equal(0, story.Remaining);
    }

    [Fact]
    public void A_clock_that_has_ended_explains_no_more_than_its_time()
    {
        var story = Office
            .At("2026-03-02T10:15:00", Create())
            .At("2026-03-02T10:45:00", Resolve())
            .Story("2026-03-09T10:00:00");

        Assert.Equal(
            (ClockState.Met, 1_800L, 1_800L),
            (story.Clock.State, story.Clock.Counted, story[ClockTime.Counting])
        );
        Assert.Equal(ClockSpec.At("2026-03-02T10:45:00"), story.Intervals[^1].To);
    }
}
