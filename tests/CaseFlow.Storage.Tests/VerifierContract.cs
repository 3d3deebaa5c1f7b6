using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What verification finds. Each tampering is one that SQL by hand could do.</summary>
public abstract class VerifierContract(StorageProvider provider) : StorageTest(provider)
{
    private const string Second = "(SELECT id FROM cases WHERE ticket = 'CAS-00002')";

    [Fact]
    public async Task An_untouched_store_is_clean_and_counted()
    {
        await Fill();

        var counts = await Store.Verifier.Verify(Unexpected, progress: null, Cancellation);

        Assert.Equal(new VerifierCounts(3, 12, 0), counts);
    }

    [Fact]
    public async Task An_empty_store_is_clean() => Assert.Empty(await Store.Verify());

    [Theory]
    [InlineData(
        "UPDATE case_events SET json = replace(json, 'dispatch', 'elsewhere') WHERE position = 2",
        "event 2 or its place"
    )]
    [InlineData(
        "UPDATE case_events SET hash = (SELECT hash FROM case_events e WHERE e.case_id = case_events.case_id AND position = 1) WHERE position = 4",
        "event 4 or its place"
    )]
    [InlineData("UPDATE case_events SET \"by\" = 'mallory' WHERE position = 3", "event 3 has a column")]
    [InlineData("UPDATE case_events SET at = at + 1 WHERE position = 3", "event 3 has a column")]
    [InlineData("UPDATE case_events SET definition = 'other' WHERE position = 3", "event 3 has a column")]
    [InlineData("UPDATE case_events SET json = 'nonsense' WHERE position = 3", "event 3 cannot be read")]
    [InlineData("DELETE FROM case_events WHERE position = 1", "event 1 is missing")]
    [InlineData("DELETE FROM case_events WHERE position IN (2, 3)", "events 2 to 3 are missing")]
    [InlineData("DELETE FROM case_events WHERE position = 4", "its row's version is '4', and by its history '3'")]
    [InlineData("DELETE FROM case_events WHERE position > 0", "it has a row and no events")]
    public async Task A_changed_or_deleted_event_is_found(string tampering, string expected)
    {
        await Fill();

        await Store.Sql($"{tampering} AND case_id = {Second}");

        await FindsOnly(expected);
    }

    [Fact]
    public async Task Reordered_events_are_found()
    {
        await Fill();

        await Store.Sql(
            $"UPDATE case_events SET position = 99 WHERE position = 2 AND case_id = {Second}",
            $"UPDATE case_events SET position = 2 WHERE position = 3 AND case_id = {Second}",
            $"UPDATE case_events SET position = 3 WHERE position = 99 AND case_id = {Second}"
        );

        await FindsOnly("event 2 or its place in the history was changed");
    }

    [Theory]
    [InlineData("ticket = 'CAS-99999'", "ticket")]
    [InlineData("process = 'other'", "process")]
    [InlineData("definition = 'other'", "definition")]
    [InlineData("version = 3", "version")]
    [InlineData("state = 'cancelled'", "state")]
    [InlineData("status = 'other'", "status")]
    [InlineData("stage = NULL", "stage")]
    [InlineData("queue = NULL", "queue")]
    [InlineData("worker = 'mallory'", "worker")]
    [InlineData("owner = NULL", "owner")]
    [InlineData("team = 'other'", "team")]
    [InlineData("customer_id = id", "customer_id")]
    [InlineData("contact_id = id", "contact_id")]
    [InlineData("title = ''", "title")]
    [InlineData("priority = 'low'", "priority")]
    [InlineData("origin = NULL", "origin")]
    [InlineData("created_at = created_at + 1", "created_at")]
    [InlineData("modified_at = 0", "modified_at")]
    [InlineData("head = (SELECT head FROM cases c WHERE c.ticket = 'CAS-00001')", "head")]
    [InlineData("snapshot = replace(snapshot, 'rita', 'mallory')", "snapshot")]
    [InlineData("snapshot = '[]'", "snapshot")]
    public async Task A_changed_column_is_found(string change, string column)
    {
        await Fill();

        await Store.Sql($"UPDATE cases SET {change} WHERE ticket = 'CAS-00002'");

        await FindsOnly($"its row's {column} ");
    }

    [Theory]
    [InlineData("UPDATE queue_items SET queue = 'other'", "its queue item is in other")]
    [InlineData("UPDATE queue_items SET worker = 'mallory'", "with mallory, and by its history in dispatch")]
    [InlineData("UPDATE queue_items SET since = since + 1", "its queue item is in dispatch")]
    [InlineData("DELETE FROM queue_items", "its queue item is none")]
    [InlineData("DELETE FROM outbox", "the outbox ends at event 0, the history at 4")]
    [InlineData("UPDATE outbox SET count = count + 1", "the outbox goes on at event 3, after 3")]
    [InlineData(
        "UPDATE outbox SET types = CASE position WHEN 1 THEN ',merged,' ELSE types END",
        "the outbox has ',merged,' from event 1 on"
    )]
    public async Task What_follows_a_case_is_held_against_its_history(string tampering, string expected)
    {
        await Fill();

        await Store.Sql($"{tampering} WHERE case_id = {Second}");

        await FindsOnly(expected);
    }

    [Theory]
    [InlineData("UPDATE activities SET state = 'open'", "has another state than by its history")]
    [InlineData("UPDATE activities SET subject = 'x', minutes = 1", "has another subject, minutes than by its history")]
    [InlineData("UPDATE activities SET id = case_id", "it has an activity")]
    [InlineData("DELETE FROM activities", "is missing")]
    [InlineData("UPDATE case_texts SET title = 'other'", "it is found by another title than by its history")]
    [InlineData("UPDATE case_texts SET activities = ''", "it is found by another activities than by its history")]
    [InlineData("DELETE FROM case_texts", "it has no texts to be found by")]
    public async Task Activities_and_texts_are_held_against_the_history(string tampering, string expected)
    {
        var call = Guid.CreateVersion7();
        await Append(null, Open(1), AddActivity(Guid.CreateVersion7()));
        await Append(await Append(null, Open(2), AddActivity(call)), CompleteActivity(call, 25));
        Assert.Empty(await Store.Verify());

        await Store.Sql($"{tampering} WHERE case_id = {Second}");

        await FindsOnly(expected);
    }

    [Fact]
    public async Task Activities_are_followed_through_merges_and_back()
    {
        var (own, brought, later) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var survivor = await Append(null, Open(1), AddActivity(own));
        var other = await Append(null, Open(2), AddActivity(brought));
        var before = other.Case;
        (survivor, other) = await AppendBoth(TestMerges.Merge(survivor, other));
        Assert.Empty(await Store.Verify());
        survivor = await Append(survivor, CompleteActivity(brought, 5), AddActivity(later));
        Assert.Empty(await Store.Verify());
        await AppendBoth(TestMerges.Unmerge(survivor, other, before, later));
        Assert.Empty(await Store.Verify());

        await Store.Sql($"UPDATE activities SET origin = 'x' WHERE case_id = {Second} AND minutes = 5");

        Assert.Contains($"{brought} has another origin than by its history", Assert.Single(await Store.Verify()));
    }

    [Fact]
    public async Task A_merge_that_only_one_history_tells_of_is_found()
    {
        var (survivor, other) = (await Append(null, Open(1)), await Append(null, Open(2)));

        await Append(survivor, [.. TestMerges.Merge(survivor, other).Events]);

        Assert.Contains("a merge in its history", Assert.Single(await Store.Verify()));
    }

    [Fact]
    public async Task What_was_taken_back_has_left_nothing_but_its_history()
    {
        var (call, mistake) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var before = await Append(null, Open(1), AddActivity(call), StartClock(Monday9.AddHours(2)));
        var changed = await Append(
            before,
            AddActivity(mistake),
            CompleteActivity(call, 5),
            PauseClock(),
            Resolve("Nothing of that kind")
        );
        Assert.Empty(await Store.Verify());

        var back = await Append(
            changed,
            new CaseEvent.Undone("resolve", before.Case.Version + 1, before.Case, [mistake], [call])
            {
                By = "ann",
                At = Monday9.AddMinutes(30),
                Definition = "0",
            }
        );

        Assert.Empty(await Store.Verify());
        await using var db = Store.Context();
        var left = Assert.Single(await db.Activities.ToListAsync(Cancellation));
        Assert.Equal((call, ActivityRow.OpenState, (int?)null), (left.Id, left.State, left.Minutes));
        Assert.Equal(Monday9.AddHours(2), Assert.Single(await db.Timers.ToListAsync(Cancellation)).Due);
        Assert.Equal("", Assert.Single(await db.CaseTexts.ToListAsync(Cancellation)).Resolution);
        Assert.Equal(before.Case.State, back.Case.State);
    }

    [Fact]
    public async Task An_activity_is_followed_to_the_case_that_was_made_of_it()
    {
        var call = Guid.CreateVersion7();
        var source = await Append(null, Open(1), AddActivity(call));
        var moved = new MovedActivity(call, ActivityKind.PhoneCall, source.Case.OpenActivities.Single(), 0);

        var (made, _) = await AppendBoth(
            new(
                null,
                [
                    Open(2),
                    new CaseEvent.ActivityTaken(moved, source.Case.Id, source.Case.Ticket)
                    {
                        By = "ann",
                        At = Monday9.AddMinutes(30),
                        Definition = "0",
                    },
                ]
            )
            {
                Along =
                [
                    new(
                        source,
                        [
                            new CaseEvent.ActivityConverted(moved, Id(2), Ticket(2))
                            {
                                By = "ann",
                                At = Monday9.AddMinutes(30),
                                Definition = "0",
                            },
                        ]
                    ),
                ],
            }
        );

        Assert.Empty(await Store.Verify());
        await Append(made, CompleteActivity(call, 5));
        Assert.Empty(await Store.Verify());
        await using var db = Store.Context();
        Assert.Equal(Id(2).Value, Assert.Single(await db.Activities.ToListAsync(Cancellation)).CaseId);
    }

    [Fact]
    public async Task What_belongs_to_no_case_is_found()
    {
        await Fill();

        await Store.Sql("DELETE FROM cases WHERE ticket = 'CAS-00002'");

        await FindsOnly("it has no row among the cases");
    }

    [Fact]
    public async Task It_sees_one_moment_while_the_store_moves_on()
    {
        await Fill();
        await using var snapshot = await Store.Store.OpenSnapshot(Cancellation);
        await using var cases = snapshot.Cases.GetAsyncEnumerator(Cancellation);
        Assert.True(await cases.MoveNextAsync());

        await Append(null, Open(4));

        Assert.Equal(12, await snapshot.Events.CountAsync(Cancellation));
        Assert.Empty(await Store.Verify());
    }

    private static void Unexpected(Discrepancy problem) => Assert.Fail(problem.ToString());

    // Three cases of four events each, in two appends; only the second is tampered with.
    private async Task Fill()
    {
        for (var number = 1; number <= 3; number++)
        {
            var opened = await Append(null, Open(number), Queue("dispatch"));
            await Append(opened, Pick("dispatch", "ann"), Retitle("The printer is on fire", "Fire"));
        }
    }

    private async Task FindsOnly(string expected)
    {
        var found = await Store.Verify();

        Assert.All(found, problem => Assert.StartsWith($"Case {Id(2)}: ", problem, StringComparison.Ordinal));
        Assert.Contains(found, problem => problem.Contains(expected, StringComparison.Ordinal));
    }
}

/// <inheritdoc cref="VerifierContract" />
public sealed class VerifierOnSqlite() : VerifierContract(StorageProvider.Sqlite);

/// <inheritdoc cref="VerifierContract" />
public sealed class VerifierOnPostgreSql() : VerifierContract(StorageProvider.PostgreSql);
