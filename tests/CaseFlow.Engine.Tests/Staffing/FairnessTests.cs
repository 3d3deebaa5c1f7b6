using CaseFlow.Engine.Cases;
using CsCheck;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Staffing.Desks;

namespace CaseFlow.Engine.Tests.Staffing;

/// <summary>Many cases, one after the other, as the host would have them decided.</summary>
public sealed class FairnessTests
{
    [Fact]
    public void Round_robin_is_fair_within_one_case_over_a_thousand() =>
        Gen.Int[1, 12]
            .Sample(
                people =>
                {
                    var given = Give("turns", cases: 1_000, people, closes: true);

                    Assert.InRange(given.Values.Max() - given.Values.Min(), 0, 1);
                },
                iter: 12
            );

    [Fact]
    public void Nobody_is_given_more_than_the_queue_allows() =>
        Gen.Int[1, 12]
            .Sample(
                people =>
                    Assert.All(Give("least", cases: 100, people, closes: false), one => Assert.Equal(3, one.Value)),
                iter: 12
            );

    // Each case is decided on what the events before it have made of the people.
    private static Dictionary<string, int> Give(string title, int cases, int people, bool closes)
    {
        var members = Enumerable.Range(1, people).Select(number => Person($"p{number:00}")).ToImmutableArray();
        var given = members.ToDictionary(one => one.User, _ => 0, StringComparer.Ordinal);
        for (var number = 0; number < cases; number++)
        {
            var events = Support.Seeing(Desk(title, members)).Events(Create(title, route: true));
            if (events.OfType<CaseEvent.Picked>().SingleOrDefault() is not { Because: { Turn: var turn } } picked)
            {
                continue;
            }

            given[picked.Worker]++;
            members =
            [
                .. members.Select(one =>
                    one.User == picked.Worker ? one with { Turn = turn, Load = closes ? 0 : one.Load + 1 } : one
                ),
            ];
        }

        return given;
    }
}
