using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Staffing;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What is promised of people's loads and queues' turns: they are counted with the cases, and they guard them.</summary>
public abstract class WorkContract(StorageProvider provider) : StorageTest(provider)
{
    [Fact]
    public async Task Loads_follow_who_works_on_what()
    {
        var first = await Append(null, Open(1), Queue("dispatch"), Pick("dispatch", "ann"));
        var second = await Append(null, Open(2), Queue("dispatch"), Pick("dispatch", "ann"));
        Assert.Equal(2, await Load("ann"));

        await Append(first, Queue("network", from: "dispatch"), Pick("network", "bob"));
        await Append(second, Resolve("Put out"), Unqueue("dispatch"));

        Assert.Equal((0, 1), (await Load("ann"), await Load("bob")));
    }

    [Fact]
    public async Task A_case_is_not_given_to_who_is_full_by_now()
    {
        await Append(null, Open(1), Queue("dispatch"), Pick("dispatch", "ann"));

        var late = await Journal.Append(
            new(null, [Open(2), Queue("dispatch"), Give("ann", turn: 1, limit: 1)]) { Answer = Answer("k") },
            Cancellation
        );

        Assert.IsType<AppendResult.Overtaken>(late);
        Assert.Null(await Journal.Load(Id(2), Cancellation));
        Assert.Null(await Journal.FindAnswer("rita", "k", Cancellation));
        Assert.Equal(1, await Load("ann"));
    }

    [Fact]
    public async Task Of_cases_that_were_given_the_same_turn_one_is_written()
    {
        var results = await Task.WhenAll(
            Enumerable
                .Range(1, 20)
                .Select(number =>
                    Journal
                        .Append(
                            new(null, [Open(number), Queue("dispatch"), Give($"p{number}", turn: 1, limit: null)]),
                            Cancellation
                        )
                        .AsTask()
                )
        );

        Assert.Single(results.OfType<AppendResult.Appended>());
        await using var db = Store.Context();
        Assert.Equal(1, (await db.QueueRounds.SingleAsync(Cancellation)).Round);
        Assert.Equal(1, (await db.QueueTurns.SingleAsync(Cancellation)).Turn);
        Assert.Single(await db.WorkLoads.Where(row => row.Load == 1).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Nobody_gets_past_his_limit_though_many_nodes_give_him_cases_at_once()
    {
        await using var other = await TestStore.Open(Database);

        var results = await Task.WhenAll(
            Enumerable
                .Range(1, 40)
                .Select(number =>
                    (number % 2 == 0 ? Journal : other.Journal)
                        .Append(
                            new(
                                null,
                                [Open(number), Queue($"q{number}"), Give("ann", turn: 1, limit: 7, $"q{number}")]
                            ),
                            Cancellation
                        )
                        .AsTask()
                )
        );

        Assert.Equal(7, results.Count(result => result is AppendResult.Appended));
        Assert.Equal(7, await Load("ann"));
        await using var db = Store.Context();
        Assert.Equal(7, await db.QueueItems.CountAsync(row => row.Worker == "ann", Cancellation));
    }

    [Fact]
    public async Task A_load_that_is_not_what_the_histories_say_is_found()
    {
        await Append(null, Open(1), Queue("dispatch"), Pick("dispatch", "ann"));
        Assert.Empty(await Store.Verify());

        await Store.Sql("UPDATE work_loads SET load = 3");

        Assert.Equal("The load of ann is 3, and by the histories 1.", Assert.Single(await Store.Verify()).ToString());
    }

    [Fact]
    public async Task A_queue_item_knows_its_process_and_the_priority_of_its_case()
    {
        var opened = await Append(null, Open(1), Queue("dispatch"));
        await Append(opened, Edit("priority", "high", "low"));

        await using var db = Store.Context();
        var item = await db.QueueItems.SingleAsync(Cancellation);
        Assert.Equal(("incident", "low"), (item.Process, item.Priority));
        Assert.Empty(await Store.Verify());
    }

    private static CaseEvent.Picked Give(string worker, long turn, int? limit, string queue = "dispatch") =>
        new(queue, worker, Because: new AssignmentReason(new QueueFacts(queue, 0, []), turn, limit, null))
        {
            By = "rita",
            At = Monday9.AddMinutes(4),
            Definition = "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        };

    private async Task<int> Load(string user)
    {
        await using var db = Store.Context();
        return await db.WorkLoads.Where(row => row.User == user).Select(row => row.Load).SingleAsync(Cancellation);
    }
}

/// <inheritdoc cref="WorkContract" />
public sealed class WorkOnSqlite() : WorkContract(StorageProvider.Sqlite);

/// <inheritdoc cref="WorkContract" />
public sealed class WorkOnPostgreSql() : WorkContract(StorageProvider.PostgreSql);
