using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Logs;
using static CaseFlow.Engine.Tests.Logs.Logged;

namespace CaseFlow.Engine.Tests.Logs;

public sealed class LogDiscoveryTests
{
    [Fact]
    public void A_draft_reads_like_a_definition_with_the_counts_of_the_log()
    {
        var log = Log(
            "New, Working, Repaired",
            "New, Working, Working, Repaired",
            "New, Rejected by customer",
            "Working, Repaired"
        );

        Assert.Equal(
            """
            # Drafted from a log of 4 cases with 11 events,
            # from 2026-01-05 to 2026-01-05. Behind each line stands how often the log has it.
            process: repairs
            title: Repairs

            statuses:
              active:
                new: { title: New, initial: true } # 3 events, 3 start a case
                working: { title: Working, initial: true } # 4 events, 1 starts a case
              resolved:
                repaired: { title: Repaired } # 3 events, 3 end one
              cancelled:
                rejected-by-customer: { title: Rejected by customer } # 1 event, 1 ends one

            transitions:
              - from: new
                to:
                  - working # 2
                  - rejected-by-customer # 1
              - from: working
                to:
                  - repaired # 3
                  - working # 1

            """,
            Draft(log).Yaml
        );
    }

    [Fact]
    public void What_moves_to_a_resolved_status_is_not_cancelled() =>
        Assert.Equal(
            CaseState.Resolved,
            Draft(Log("New, Rejected, Done", "New, Done")).Process.FindStatus("rejected")!.State
        );

    [Fact]
    public void A_name_that_denies_its_end_is_no_end()
    {
        var process = Draft(Log("New, Not completed, Pending close, Closed, Done")).Process;

        Assert.Equal(CaseState.Active, process.FindStatus("not-completed")!.State);
        Assert.Equal(CaseState.Active, process.FindStatus("pending-close")!.State);
        Assert.Equal(CaseState.Resolved, process.FindStatus("closed")!.State);
    }

    [Fact]
    public void Names_that_would_make_one_key_get_two()
    {
        var process = Draft(Log("In progress, in-progress, Erledigt", "2nd line, any, Закрыт")).Process;

        Assert.Equal(
            ["in-progress", "in-progress-2", "erledigt", "status-2nd-line", "any-2", "status"],
            new[] { "In progress", "in-progress", "Erledigt", "2nd line", "any", "Закрыт" }.Select(
                new LogVocabulary(process).Status
            )
        );
    }

    [Fact]
    public void A_threshold_leaves_out_rare_moves_but_none_that_a_status_needs()
    {
        string[] often = [.. Enumerable.Repeat("New, Working, Done", 50)];
        var log = Log([.. often, "New, Done", "New, Lost and found, Done"]);

        var draft = Draft(log, threshold: 0.1);

        Assert.Equal(["working", "lost-and-found"], draft.Process.ExitsOf("new").Select(move => move.To));
        Assert.Equal(["done"], draft.Process.ExitsOf("lost-and-found").Select(move => move.To));
        Assert.True(draft.KeptMoves < draft.Moves);
    }

    [Fact]
    public void A_rare_beginning_stays_where_nothing_else_leads_to_its_status()
    {
        string[] often = [.. Enumerable.Repeat("New, Done", 50)];

        var process = Draft(Log([.. often, "Imported, Done"]), threshold: 0.5).Process;

        Assert.True(process.FindStatus("imported")!.Initial);
    }

    [Fact]
    public void Words_that_the_map_gives_one_key_become_one_status()
    {
        var options = new DiscoveryOptions("repairs") { Statuses = [new("Wait", "waiting"), new("Hold", "waiting")] };
        var log = Log("New, Wait, Hold, Done");

        var draft = Assert.IsType<DiscoveryResult.Drafted>(LogDiscovery.Discover(log, options));

        Assert.Equal(["new", "waiting", "done"], draft.Process.Parts.Statuses.Select(status => status.Key));
        Assert.Equal(1, LogReplay.Run(draft.Process, log, new LogVocabulary(draft.Process, options.Statuses)).Fitness);
    }

    [Fact]
    public void Queues_come_from_the_log_the_most_frequent_first()
    {
        var log = new EventLog([
            new LoggedCase(
                "C1",
                [
                    new LoggedEvent("New", Monday9, "") { Queue = "J11 2nd" },
                    new LoggedEvent("Working", Monday9, "") { Queue = "G199 3rd" },
                    new LoggedEvent("Done", Monday9, "") { Queue = "G199 3rd" },
                ]
            ),
        ]);

        var process = Draft(log).Process;

        Assert.Equal(["g199-3rd", "j11-2nd"], process.Parts.Queues.Select(queue => queue.Key));
        Assert.Equal(2, Replay(process, log).AcceptedQueueMoves);
    }

    [Fact]
    public void A_log_in_which_nothing_is_ever_open_gets_a_status_for_open_cases()
    {
        var log = Log("Closed", "Closed");

        var draft = Draft(log);

        Assert.Equal(["open", "closed"], draft.Process.Parts.Statuses.Select(status => status.Key));
        Assert.Equal(1, Replay(draft.Process, log).Fitness);
    }

    [Fact]
    public void A_log_without_events_makes_no_draft() =>
        Assert.IsType<DiscoveryResult.Impossible>(
            LogDiscovery.Discover(new EventLog([]), new DiscoveryOptions("none"))
        );

    [Fact]
    public void A_log_with_more_statuses_than_a_definition_can_hold_is_told_so()
    {
        var log = new EventLog([Case("C1", Enumerable.Range(1, 600).Select(number => $"Status {number}"))]);

        var impossible = Assert.IsType<DiscoveryResult.Impossible>(LogDiscovery.Discover(log, new("many")));

        Assert.Contains("too many; 500 are the most", impossible.Why, StringComparison.Ordinal);
    }

    private static DiscoveryResult.Drafted Draft(EventLog log, double threshold = 0) =>
        Assert.IsType<DiscoveryResult.Drafted>(
            LogDiscovery.Discover(log, new DiscoveryOptions("repairs") { Threshold = threshold })
        );
}
