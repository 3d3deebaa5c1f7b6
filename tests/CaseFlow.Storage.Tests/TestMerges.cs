using CaseFlow.Engine.Cases;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>Two cases that become one, and one that becomes two again, as appends to both.</summary>
internal static class TestMerges
{
    private static readonly DateTimeOffset At = Monday9.AddMinutes(20);

    public static CaseAppend Merge(StoredCase survivor, StoredCase other)
    {
        var gone = other.Case;
        var brought = new MergedCase(gone.Id, gone.Ticket, At, gone.OpenActivities, [], gone.ActivityMinutes, []);
        return new(
            survivor,
            [
                new CaseEvent.Merged([brought])
                {
                    By = "ann",
                    At = At,
                    Definition = "0",
                },
            ]
        )
        {
            Along =
            [
                new(
                    other,
                    [
                        new CaseEvent.Cancelled(gone.Status, "merged", survivor.Case.Id)
                        {
                            By = "ann",
                            At = At,
                            Definition = "0",
                        },
                    ]
                ),
            ],
        };
    }

    /// <param name="before">The case as it was before it was merged.</param>
    /// <param name="moved">An open activity of the survivor that goes along.</param>
    public static CaseAppend Unmerge(StoredCase survivor, StoredCase other, Case before, Guid moved)
    {
        var open = survivor.Case.OpenActivities.Single(activity => activity.Id == moved);
        ImmutableArray<MovedActivity> along = [new(moved, open.Kind, open, 0)];
        return new(
            survivor,
            [
                new CaseEvent.Unmerged(other.Case.Id, along)
                {
                    By = "ann",
                    At = At,
                    Definition = "0",
                },
            ]
        )
        {
            Along =
            [
                new(
                    other,
                    [
                        new CaseEvent.Restored(survivor.Case.Id, before, along)
                        {
                            By = "ann",
                            At = At,
                            Definition = "0",
                        },
                    ]
                ),
            ],
        };
    }
}
