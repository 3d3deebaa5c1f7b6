using CaseFlow.Engine.Logs;
using CaseFlow.Engine.Logs.Maps;

namespace CaseFlow.Host.Tests.EventLogs;

/// <summary>Drafts from two real logs allow all that happened, and with a threshold what mostly happens.</summary>
public sealed class RealLogDiscoveryTests
{
    private static readonly LogMap ProblemColumns = new()
    {
        Status = [new MappedName("activity", 1, 1), new MappedName("lifecycle", 1, 1)],
        Queue = new MappedName("support_team", 1, 1),
    };

    [Fact]
    public async Task The_draft_of_the_help_desk_allows_all_of_its_log()
    {
        var log = (await LogFiles.Read(LogFiles.Helpdesk, LogMap.None)).Log;

        var draft = Draft(log, threshold: 0);

        // 67 pairs with beginnings and ends, of which 6 begin and 6 end a case.
        Assert.Equal((14, 55, 55), (draft.Statuses, draft.Moves, draft.KeptMoves));
        AssertAllowsAll(draft, log);
    }

    [Fact]
    public async Task The_draft_of_the_problems_allows_all_of_its_log_and_every_team_is_a_queue()
    {
        var log = (await LogFiles.Read(LogFiles.Problems, ProblemColumns)).Log;

        var draft = Draft(log, threshold: 0);

        Assert.Equal((7, 324), (draft.Statuses, draft.Queues));
        AssertAllowsAll(draft, log);
    }

    [Theory]
    [InlineData("helpdesk-italian")]
    [InlineData("bpi2013-closed-problems")]
    public async Task With_a_threshold_the_draft_is_smaller_and_still_allows_most(string name)
    {
        var log = name.StartsWith("helpdesk", StringComparison.Ordinal)
            ? (await LogFiles.Read(LogFiles.Helpdesk, LogMap.None)).Log
            : (await LogFiles.Read(LogFiles.Problems, ProblemColumns)).Log;

        var (whole, part) = (Draft(log, threshold: 0), Draft(log, threshold: 0.05));

        Assert.True(part.KeptMoves < whole.KeptMoves);
        Assert.InRange(LogReplay.Run(part.Process, log, new LogVocabulary(part.Process)).Fitness, 0.9, 0.9999);
    }

    private static void AssertAllowsAll(DiscoveryResult.Drafted draft, EventLog log)
    {
        var result = LogReplay.Run(draft.Process, log, new LogVocabulary(draft.Process));
        Assert.Equal((1.0, result.QueueMoves), (result.Fitness, result.AcceptedQueueMoves));
    }

    private static DiscoveryResult.Drafted Draft(EventLog log, double threshold) =>
        Assert.IsType<DiscoveryResult.Drafted>(
            LogDiscovery.Discover(log, new DiscoveryOptions("draft") { Threshold = threshold })
        );
}
