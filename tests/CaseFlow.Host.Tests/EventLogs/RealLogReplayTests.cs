using CaseFlow.Engine.Logs;
using CaseFlow.Engine.Logs.Maps;

namespace CaseFlow.Host.Tests.EventLogs;

/// <summary>Two real logs: what the engine says to each event is what the table in the definition says.</summary>
public sealed class RealLogReplayTests
{
    [Fact]
    public async Task Every_event_of_the_help_desk_is_judged_as_its_table_says()
    {
        var map = LogFiles.Map("helpdesk.map.yaml");
        var log = (await LogFiles.Read(LogFiles.Helpdesk, map)).Log;
        var yaml = await File.ReadAllTextAsync(
            LogFiles.Definition("helpdesk.process.yaml"),
            TestContext.Current.CancellationToken
        );
        var table = new TransitionTable(yaml);

        var result = Replay("helpdesk", yaml, log, map);

        Assert.Equal((4_580, 21_348), (result.Cases, result.Events));
        AssertAgree(table, log, result, table.KeyOf);
        Assert.InRange(result.Fitness, 0.95, 0.999);
    }

    [Fact]
    public async Task Every_event_of_the_problems_is_judged_as_its_table_says_and_every_team_is_a_queue()
    {
        var map = LogFiles.Map("problems.map.yaml");
        var log = (await LogFiles.Read(LogFiles.Problems, map)).Log;
        var yaml = LogFiles.WithQueuesOf(
            log,
            await File.ReadAllTextAsync(
                LogFiles.Definition("problems.process.yaml"),
                TestContext.Current.CancellationToken
            )
        );
        var words = map.Words.ToDictionary(StringComparer.Ordinal);

        var result = Replay("problems", yaml, log, map);

        Assert.Equal((1_487, 6_660), (result.Cases, result.Events));
        AssertAgree(new TransitionTable(yaml), log, result, words.GetValueOrDefault);
        Assert.InRange(result.Fitness, 0.95, 0.999);
        Assert.Equal(QueueMovesIn(log, result), result.QueueMoves);
        Assert.Equal(result.QueueMoves, result.AcceptedQueueMoves);
    }

    private static ReplayResult Replay(string key, string yaml, EventLog log, LogMap map)
    {
        var process = LogFiles.Process(key, yaml);
        Assert.Empty(map.ProblemsWith(process));
        return LogReplay.Run(process, log, new LogVocabulary(process, map.Words));
    }

    private static void AssertAgree(
        TransitionTable table,
        EventLog log,
        ReplayResult result,
        Func<string, string?> keyOf
    )
    {
        var verdicts = new Queue<EventVerdict>(result.Verdicts);
        var finals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var logged in log.Cases)
        {
            string? status = null;
            foreach (var happened in logged.Events)
            {
                var after = table.After(status, keyOf(happened.Status));
                var verdict = verdicts.Dequeue();
                status = after ?? status;
                Assert.Equal(
                    (logged.Id, happened.Line, after is not null, status),
                    (verdict.Case, verdict.Event.Line, verdict.Accepted, verdict.Status)
                );
            }

            finals[status ?? ""] = finals.GetValueOrDefault(status ?? "") + 1;
        }

        Assert.Empty(verdicts);
        Assert.Equal(
            finals.OrderBy(final => final.Key, StringComparer.Ordinal),
            result
                .FinalStatuses.Select(final => KeyValuePair.Create(final.Status ?? "", final.Cases))
                .OrderBy(final => final.Key, StringComparer.Ordinal)
        );
    }

    // A case is put into the queue of its event while it is open; closing takes it out.
    private static int QueueMovesIn(EventLog log, ReplayResult result)
    {
        var after = result.Verdicts.ToLookup(verdict => verdict.Case, StringComparer.Ordinal);
        var moves = 0;
        foreach (var logged in log.Cases)
        {
            string? queue = null;
            foreach (var verdict in after[logged.Id])
            {
                if (verdict.Status is null or "closed" or "cancelled")
                {
                    queue = null;
                }
                else if (verdict.Event.Queue != queue)
                {
                    moves++;
                    queue = verdict.Event.Queue;
                }
            }
        }

        return moves;
    }
}
