using CaseFlow.Engine.Logs;
using static CaseFlow.Engine.Tests.Logs.Logged;

namespace CaseFlow.Engine.Tests.Logs;

public sealed class LogReplayTests
{
    [Fact]
    public void A_log_that_follows_the_table_conforms_and_ends_where_it_says()
    {
        var result = Replay(Log("new, working, waiting, working, repaired, paid", "new, scrapped, new, working"));

        Assert.Equal((2, 10), (result.Cases, result.Events));
        Assert.Equal((2, 10, 1.0), (result.ConformingCases, result.ConformingEvents, result.Fitness));
        Assert.Equal([new FinalStatus("paid", 1), new FinalStatus("working", 1)], result.FinalStatuses);
    }

    [Fact]
    public void Each_event_becomes_the_command_that_leads_to_its_status()
    {
        var result = Replay(Log("new, working, working, repaired, paid", "new, scrapped, new"));

        Assert.Equal(
            ["create", "status", "status", "resolve", "status", "create", "cancel", "reactivate"],
            result.Verdicts.Select(verdict => verdict.Command)
        );
    }

    [Fact]
    public void A_refused_event_changes_nothing_and_the_case_goes_on_from_where_it_is()
    {
        var result = Replay(Log("new, repaired, working"));

        Assert.Equal([true, false, true], result.Verdicts.Select(verdict => verdict.Accepted));
        Assert.Equal(["new", "new", "working"], result.Verdicts.Select(verdict => verdict.Status));
        Assert.Equal(0, result.ConformingCases);
    }

    [Fact]
    public void Where_a_case_cannot_begin_the_next_event_tries()
    {
        var result = Replay(Log("working, waiting, new, working"));

        Assert.Equal([false, false, true, true], result.Verdicts.Select(verdict => verdict.Accepted));
        Assert.Equal("status-not-initial", result.Verdicts[0].Code);
        Assert.Null(result.Verdicts[1].From);
    }

    [Fact]
    public void A_case_that_never_comes_to_be_ends_nowhere() =>
        Assert.Equal([new FinalStatus(null, 1)], Replay(Log("working")).FinalStatuses);

    [Fact]
    public void Refusals_are_counted_by_transition_the_most_frequent_first()
    {
        var result = Replay(Log("new, paid", "new, repaired, repaired", "new, working, repaired, scrapped"));

        Assert.Equal(
            [("new", "repaired", 2), ("new", "paid", 1), ("repaired", "scrapped", 1)],
            result.Refusals.Select(refusal => (refusal.From!, refusal.To, refusal.Count))
        );
        Assert.Equal(
            "'new' cannot move to 'repaired'. Possible: working, scrapped, merged.",
            result.Refusals[0].Example
        );
        Assert.Equal("C2", result.Refusals[0].ExampleCase);
    }

    [Fact]
    public void A_word_that_the_process_does_not_know_is_refused_by_that_name()
    {
        var result = Replay(Log("new, On the moon"));

        Assert.Equal(("On the moon", "unknown-status"), (result.Verdicts[1].To, result.Verdicts[1].Code));
    }

    [Theory]
    [InlineData("waiting")]
    [InlineData("Waiting for parts")]
    [InlineData("WAITING FOR PARTS")]
    [InlineData("waiting_for_parts")]
    [InlineData("  Waiting  for parts ")]
    [InlineData("WaitingForParts")]
    public void Statuses_are_found_by_key_or_title_however_they_are_written(string word) =>
        Assert.Equal("waiting", new LogVocabulary(Read("repair", Repair)).Status(word));

    [Fact]
    public void What_the_map_says_wins_over_names()
    {
        var vocabulary = new LogVocabulary(Read("repair", Repair), [new("Waiting for parts", "working")]);

        Assert.Equal("working", vocabulary.Status("Waiting for parts"));
    }

    [Fact]
    public void A_queue_is_followed_beside_the_events_and_counted_on_its_own()
    {
        var log = new EventLog([
            new LoggedCase(
                "C1",
                [
                    new LoggedEvent("new", Monday9, "ann") { Queue = "Work bench" },
                    new LoggedEvent("working", Monday9, "ann") { Queue = "bench" },
                    new LoggedEvent("working", Monday9, "ann") { Queue = "Cellar" },
                    new LoggedEvent("repaired", Monday9, "ann") { Queue = "Delivery" },
                ]
            ),
        ]);

        var result = Replay(log);

        Assert.Equal(1.0, result.Fitness);
        Assert.Equal((2, 1), (result.QueueMoves, result.AcceptedQueueMoves));
        Assert.Equal([new RefusedQueue("Cellar", "unknown-queue", 1)], result.RefusedQueues);
    }

    [Fact]
    public void A_merged_case_of_a_log_has_a_case_that_survives_it()
    {
        var result = Replay(Log("new, Merged, new"));

        Assert.Equal([true, true, false], result.Verdicts.Select(verdict => verdict.Accepted));
    }

    [Fact]
    public void Fields_of_the_log_go_along_as_the_process_types_them()
    {
        var process = Read(
            "repair",
            Repair
                .Replace("statuses:", "fields: { hours: { type: integer } }\nstatuses:", StringComparison.Ordinal)
                .Replace(
                    "{ from: waiting, to: working }",
                    "{ from: waiting, to: working, requires: hours }",
                    StringComparison.Ordinal
                )
        );
        EventLog With(string hours) =>
            new([
                new LoggedCase(
                    "C1",
                    [
                        .. Case("C1", "new", "working", "waiting").Events,
                        new LoggedEvent("working", Monday9, "") { Fields = [new("hours", hours)] },
                    ]
                ),
            ]);
        string? LastCode(string hours) =>
            LogReplay.Run(process, With(hours), new LogVocabulary(process)).Verdicts[^1].Code;

        Assert.Null(LastCode("3"));
        Assert.Equal("fields-invalid", LastCode("three"));
        Assert.Equal("transition-blocked", LastCode(""));
    }
}
