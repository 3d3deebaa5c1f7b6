using System.Text;
using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What the journal promises, whichever database keeps it. A new promise is a new test here.</summary>
public abstract class JournalContract(StorageProvider provider) : StorageTest(provider)
{
    [Fact]
    public async Task What_is_acknowledged_is_there_after_reopening()
    {
        var opened = await Append(null, Open(1), Queue("dispatch"));
        var picked = await Append(opened, Pick("dispatch", "ann"));

        await Reopen();
        var loaded = await Journal.Load(Id(1), Cancellation);

        Assert.Equal(picked.Head, loaded?.Head);
        Assert.Equal(Text(picked.Case), Text(loaded?.Case));
        Assert.Equal(3, loaded?.Case.Version);
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task A_loaded_case_equals_its_history_folded()
    {
        await Append(null, Open(1), Queue("dispatch"), Pick("dispatch", "ann"), Move("busy"), Resolve("Put out."));

        var loaded = await Journal.Load(Id(1), Cancellation);
        var history = await Journal.History(Id(1), Cancellation);

        Assert.Equal([1, 2, 3, 4, 5], history.Select(recorded => recorded.Position));
        Assert.Equal(Text(CaseHistory.Replay(history.Select(recorded => recorded.Event))), Text(loaded?.Case));
        Assert.Equal(history[^1].Hash, loaded?.Head);
    }

    [Fact]
    public async Task What_was_never_stored_is_not_found()
    {
        Assert.Null(await Journal.Load(Id(1), Cancellation));
        Assert.Null(await Journal.FindByTicket("CAS-00001", Cancellation));
        Assert.Null(await Journal.FindAnswer("rita", "k", Cancellation));
        Assert.Empty(await Journal.History(Id(1), Cancellation));
    }

    [Fact]
    public async Task A_case_is_found_by_its_ticket()
    {
        await Append(null, Open(1));
        await Append(null, Open(2));

        Assert.Equal(Id(2), await Journal.FindByTicket("CAS-00002", Cancellation));
    }

    [Fact]
    public async Task Of_two_writers_at_one_position_the_second_is_told_to_read_again()
    {
        var opened = await Append(null, Open(1));

        var first = await Journal.Append(new(opened, [Move("busy")]), Cancellation);
        var second = await Journal.Append(new(opened, [Resolve("Late."), Queue("late")]), Cancellation);

        Assert.IsType<AppendResult.Appended>(first);
        Assert.IsType<AppendResult.Overtaken>(second);
        Assert.Equal(2, (await Journal.History(Id(1), Cancellation)).Length);
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task An_id_and_a_ticket_belong_to_one_case()
    {
        await Append(null, Open(1));

        var sameId = await Journal.Append(new(null, [Open(1, ticket: "CAS-other")]), Cancellation);
        var sameTicket = await Journal.Append(new(null, [Open(2, ticket: "CAS-00001")]), Cancellation);

        Assert.IsType<AppendResult.Overtaken>(sameId);
        Assert.IsType<AppendResult.Overtaken>(sameTicket);
        Assert.Null(await Journal.Load(Id(2), Cancellation));
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Two_that_take_one_ticket_at_the_same_time_do_not_both_get_it()
    {
        var results = await Task.WhenAll(
            Enumerable
                .Range(1, 20)
                .Select(number => Journal.Append(new(null, [Open(number, ticket: "CAS-1")]), Cancellation).AsTask())
        );

        Assert.Single(results, result => result is AppendResult.Appended);
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task One_refused_append_does_not_fail_its_neighbours()
    {
        var stale = await Append(null, Open(1));
        await Append(stale, Move("busy"));
        await Journal.Append(new(null, [Open(2)]) { Answer = Answer("taken") }, Cancellation);

        var appends = Enumerable
            .Range(10, 200)
            .Select(number =>
                number switch
                {
                    100 => new CaseAppend(stale, [Move("late")]),
                    101 => new CaseAppend(null, [Open(number, ticket: "CAS-00001")]),
                    102 => new CaseAppend(null, [Open(number)]) { Answer = Answer("taken") },
                    _ => new CaseAppend(null, [Open(number), Queue("dispatch")]) { Answer = Answer($"key {number}") },
                }
            );
        var results = await Task.WhenAll(appends.Select(append => Journal.Append(append, Cancellation).AsTask()));

        Assert.IsType<AppendResult.Overtaken>(results[90]);
        Assert.IsType<AppendResult.Overtaken>(results[91]);
        Assert.IsType<AppendResult.AnswerTaken>(results[92]);
        Assert.Equal(197, results.Count(result => result is AppendResult.Appended));
        Assert.Null(await Journal.Load(Id(102), Cancellation));
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task One_append_that_the_database_cannot_take_fails_alone()
    {
        var appends = Enumerable
            .Range(1, 100)
            .Select(number => new CaseAppend(null, [number == 50 ? Open(number) with { By = null! } : Open(number)]));

        var tasks = appends.Select(append => Journal.Append(append, Cancellation).AsTask()).ToList();
        await Task.WhenAll(tasks)
            .ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);

        Assert.Equal([49], tasks.Index().Where(pair => pair.Item.IsFaulted).Select(pair => pair.Index));
        Assert.Null(await Journal.Load(Id(50), Cancellation));
        Assert.NotNull(await Journal.Load(Id(51), Cancellation));
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task The_same_key_twice_keeps_the_first_answer()
    {
        await Journal.Append(new(null, [Open(1)]) { Answer = Answer("k", """{ "first": 1 }""", 201) }, Cancellation);

        var again = await Journal.Append(new(null, [Open(2)]) { Answer = Answer("k", "second") }, Cancellation);

        var kept = await Journal.FindAnswer("rita", "k", Cancellation);
        Assert.IsType<AppendResult.AnswerTaken>(again);
        Assert.Equivalent(Answer("k", """{ "first": 1 }""", 201), kept);
        Assert.Null(await Journal.Load(Id(2), Cancellation));
    }

    [Fact]
    public async Task A_key_is_one_users_own()
    {
        var rita = await Journal.Append(new(null, []) { Answer = Answer("k") }, Cancellation);
        var ann = await Journal.Append(new(null, []) { Answer = Answer("k") with { User = "ann" } }, Cancellation);

        Assert.IsType<AppendResult.Appended>(rita);
        Assert.IsType<AppendResult.Appended>(ann);
    }

    [Fact]
    public async Task A_refused_commands_answer_is_kept_without_events()
    {
        var opened = await Append(null, Open(1));
        var answer = Answer("k", body: "", status: 204) with { Fingerprint = [], Etag = null };

        var kept = await Journal.Append(new(opened, []) { Answer = answer }, Cancellation);

        Assert.Equal(opened, Assert.IsType<AppendResult.Appended>(kept).After);
        Assert.Equivalent(answer, await Journal.FindAnswer("rita", "k", Cancellation));
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task An_overtaken_append_keeps_no_answer()
    {
        var opened = await Append(null, Open(1));
        await Append(opened, Move("busy"));

        var late = await Journal.Append(new(opened, [Move("late")]) { Answer = Answer("k") }, Cancellation);

        Assert.IsType<AppendResult.Overtaken>(late);
        Assert.Null(await Journal.FindAnswer("rita", "k", Cancellation));
    }

    [Fact]
    public async Task A_case_is_in_at_most_one_queue()
    {
        var first = await Append(null, Open(1), Queue("dispatch"));
        var second = await Append(first, Queue("network", from: "dispatch"), Pick("network", "ann"));
        await using var db = Store.Context();
        var item = Assert.Single(await db.QueueItems.ToListAsync(Cancellation));
        await Append(second, Unqueue("network"));

        Assert.Equal(("network", "ann"), (item.Queue, item.Worker));
        Assert.False(await db.QueueItems.AnyAsync(Cancellation));
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Each_append_is_told_to_the_outbox_in_order()
    {
        var opened = await Append(null, Open(1), Queue("dispatch"));
        await Append(opened, Pick("dispatch", "ann"), Move("busy"), Move("waiting"));

        await using var db = Store.Context();
        var told = await db.Outbox.OrderBy(row => row.Id).ToListAsync(Cancellation);

        Assert.Equal([(1, 2), (3, 3)], told.Select(row => (row.Position, row.Count)));
        Assert.Equal([",opened,queued,", ",picked,status-moved,"], told.Select(row => row.Types));
    }

    [Theory]
    [InlineData("Ça brûle — 火事 🔥 \"now\" 'really' \\ </script> \u0001 \u2028")]
    [InlineData("")]
    public async Task Text_comes_back_byte_for_byte(string text)
    {
        var happened = Open(1, title: text);
        var opened = await Append(null, happened);
        await Append(opened, Resolve(text));

        await Reopen();
        await using var db = Store.Context();
        var row = await db.CaseEvents.OrderBy(row => row.Position).FirstAsync(Cancellation);
        var json = System.Text.Json.JsonSerializer.Serialize(happened, CaseJson.Stored.CaseEvent);

        Assert.Equal(text, (await Journal.Load(Id(1), Cancellation))?.Case.Title);
        Assert.Equal(json, Encoding.UTF8.GetString(row.Json));
        Assert.Equal(default(EventHash).Next(Id(1), 1, Encoding.UTF8.GetBytes(json)).ToBytes(), row.Hash);
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Two_journals_that_race_on_the_same_cases_neither_lose_nor_double()
    {
        const int racers = 8;
        const int turns = 10;
        await using var other = await TestStore.Open(Database);
        for (var number = 1; number <= 5; number++)
        {
            await Append(null, Open(number));
        }

        async Task Race(int racer)
        {
            var journal = racer % 2 == 0 ? Journal : other.Journal;
            for (var turn = 0; turn < turns; turn++)
            {
                AppendResult result;
                do
                {
                    var before = await journal.Load(Id(1 + ((racer + turn) % 5)), Cancellation);
                    result = await journal.Append(new(before, [Move($"{racer}.{turn}")]), Cancellation);
                } while (result is AppendResult.Overtaken);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, racers).Select(racer => Task.Run(() => Race(racer), Cancellation)));

        var moves = new List<string>();
        for (var number = 1; number <= 5; number++)
        {
            var history = await Journal.History(Id(number), Cancellation);
            moves.AddRange(
                history.Select(recorded => recorded.Event).OfType<CaseEvent.StatusMoved>().Select(e => e.To)
            );
        }

        Assert.Equal(racers * turns, moves.Count);
        Assert.Equal(moves.Count, moves.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task A_key_used_on_two_nodes_at_once_is_answered_once()
    {
        await using var other = await TestStore.Open(Database);

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(async index =>
                {
                    var append = new CaseAppend(null, [Open(index)]) { Answer = Answer($"key {index / 4}") };
                    var journal = index % 2 == 0 ? Journal : other.Journal;
                    return (index / 4, await journal.Append(append, Cancellation));
                })
        );

        Assert.All(
            results.GroupBy(result => result.Item1),
            key => Assert.Single(key, result => result.Item2 is AppendResult.Appended)
        );
        Assert.All(results, result => Assert.IsNotType<AppendResult.Overtaken>(result.Item2));
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Cancelled_means_not_written()
    {
        var appends = Enumerable
            .Range(1, 300)
            .Select(async number =>
            {
                using var impatience = new CancellationTokenSource();
                var append = Journal.Append(new(null, [Open(number)]), impatience.Token);
                if (number % 3 == 0)
                {
                    await impatience.CancelAsync();
                }

                try
                {
                    return await append is AppendResult.Appended;
                }
                catch (OperationCanceledException)
                {
                    return false;
                }
            });
        var written = await Task.WhenAll(appends);

        foreach (var (index, appended) in written.Index())
        {
            Assert.Equal(appended, await Journal.Load(Id(index + 1), Cancellation) is not null);
        }

        Assert.All(written.Where((_, index) => (index + 1) % 3 != 0), Assert.True);
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Closing_writes_what_is_waiting_and_takes_no_more()
    {
        var journal = Journal;
        var waiting = Enumerable
            .Range(1, 500)
            .Select(number => journal.Append(new(null, [Open(number)]), Cancellation).AsTask())
            .ToList();

        await Reopen();

        Assert.All(await Task.WhenAll(waiting), result => Assert.IsType<AppendResult.Appended>(result));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
            await journal.Append(new(null, [Open(501)]), Cancellation)
        );
        await using var db = Store.Context();
        Assert.Equal(500, await db.Cases.CountAsync(Cancellation));
    }

    [Fact]
    public async Task An_append_whose_acknowledgement_was_lost_is_neither_doubled_nor_called_overtaken()
    {
        await using var journal = new CaseJournal(
            new LostAnswers(Store.Store.OpenJournal(), lost: 2),
            Store.Store.Reads,
            new OutboxBell()
        );

        var results = await Task.WhenAll(
            Enumerable
                .Range(1, 50)
                .Select(number => new CaseAppend(null, [Open(number)]) { Answer = Answer($"key {number}") })
                .Append(new(null, []) { Answer = Answer("alone") })
                .Select(append => journal.Append(append, Cancellation).AsTask())
        );

        Assert.All(results, result => Assert.IsType<AppendResult.Appended>(result));
        Assert.Equal(1, (await Journal.Load(Id(50), Cancellation))?.Case.Version);
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Where_the_database_stays_away_each_caller_is_told()
    {
        await using var journal = new CaseJournal(
            new LostAnswers(Store.Store.OpenJournal(), lost: int.MaxValue),
            Store.Store.Reads,
            new OutboxBell()
        );

        await Assert.ThrowsAsync<LostAnswers.Lost>(async () =>
            await journal.Append(new(null, [Open(1)]), Cancellation)
        );
    }
}

/// <inheritdoc cref="JournalContract" />
public sealed class JournalOnSqlite() : JournalContract(StorageProvider.Sqlite);
