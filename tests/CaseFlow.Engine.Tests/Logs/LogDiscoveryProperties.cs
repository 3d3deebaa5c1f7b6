using CaseFlow.Engine.Logs;
using CsCheck;

namespace CaseFlow.Engine.Tests.Logs;

public sealed class LogDiscoveryProperties
{
    // Names that end cases, names that look alike, words of YAML and letters that no key can have.
    private static readonly Gen<string> Status = Gen.OneOf(
        Gen.OneOf([
            "New",
            "new",
            "In progress",
            "in-progress",
            "Closed",
            "Cancelled",
            "Rejected",
            "Resolved",
            "merged",
            "Merged",
        ]),
        Gen.OneOf(["any", "same", "true", "null", "2nd", "Закрыт", "a: b # c", "\"quoted\"", "'", "{x}", "open", "-"]),
        Gen.Char['!', '~'].Array[1, 4].Select(letters => $"x{new string(letters)}")
    );

    private static readonly Gen<EventLog> Log = Status
        .Array[1, 6]
        .SelectMany(words => Gen.OneOf(words).Array[1, 8].Array[1, 12])
        .Select(cases => new EventLog([.. cases.Select((words, index) => Logged.Case($"C{index}", words))]));

    [Fact]
    public void A_draft_from_any_log_can_be_read_and_allows_all_of_it() =>
        Log.Sample(log =>
        {
            var draft = Draft(log, threshold: 0);
            Assert.Equal(draft.Moves, draft.KeptMoves);
            Assert.Equal(1, Logged.Replay(draft.Process, log).Fitness);
        });

    [Fact]
    public void A_draft_can_be_read_whatever_the_threshold() =>
        Gen.Select(Log, Gen.Double.Unit)
            .Sample(
                (log, threshold) =>
                {
                    var (whole, part) = (Draft(log, threshold: 0), Draft(log, threshold));
                    Assert.Equal(whole.Statuses, part.Statuses);
                    Assert.True(part.KeptMoves <= whole.KeptMoves);
                }
            );

    private static DiscoveryResult.Drafted Draft(EventLog log, double threshold) =>
        LogDiscovery.Discover(log, new DiscoveryOptions("draft") { Threshold = threshold }) switch
        {
            DiscoveryResult.Drafted drafted => drafted,
            DiscoveryResult.Impossible(var why) => throw new InvalidOperationException(
                $"{why} {string.Join(" | ", log.Cases.Select(one => string.Join(", ", one.Events.Select(e => e.Status))))}"
            ),
            _ => throw new InvalidOperationException(),
        };
}
