using Microsoft.EntityFrameworkCore;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What is promised of appends that write more than one case's row: all of it, or nothing.</summary>
public abstract class TogetherContract(StorageProvider provider) : StorageTest(provider)
{
    [Fact]
    public async Task Activities_are_written_with_the_events_of_their_life()
    {
        var call = Guid.CreateVersion7();
        var opened = await Append(null, Open(1), AddActivity(call));
        Assert.Equal(("open", null), await StateOf(call));

        await Append(opened, CompleteActivity(call, minutes: 25));

        Assert.Equal(("completed", 25), await StateOf(call));
    }

    [Fact]
    public async Task An_append_that_was_overtaken_leaves_no_activity_behind()
    {
        var call = Guid.CreateVersion7();
        var opened = await Append(null, Open(1));
        await Append(opened, Move("busy"));

        var late = await Journal.Append(new(opened, [AddActivity(call)]), Cancellation);

        Assert.IsType<AppendResult.Overtaken>(late);
        Assert.Equal((null, null), await StateOf(call));
    }

    [Fact]
    public async Task Several_cases_are_changed_together()
    {
        var (first, second, third) = (
            await Append(null, Open(1)),
            await Append(null, Open(2)),
            await Append(null, Open(3))
        );

        await Append(
            new CaseAppend(first, [Move("busy")]) { Along = [new(third, [Move("busy")]), new(second, [Move("busy")])] }
        );

        Assert.Equal(["busy", "busy", "busy"], await Task.WhenAll(StatusOf(1), StatusOf(2), StatusOf(3)));
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Where_one_of_several_cases_was_changed_meanwhile_none_is_changed()
    {
        var (first, second) = (await Append(null, Open(1)), await Append(null, Open(2)));
        await Append(second, Move("busy"));

        var late = await Journal.Append(
            new(first, [Move("done"), AddActivity(Guid.CreateVersion7())])
            {
                Along = [new(second, [Move("done")])],
                Answer = Answer("k"),
            },
            Cancellation
        );

        Assert.IsType<AppendResult.Overtaken>(late);
        Assert.Equal(["new", "busy"], await Task.WhenAll(StatusOf(1), StatusOf(2)));
        Assert.Null(await Journal.FindAnswer("rita", "k", Cancellation));
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Of_many_that_change_the_same_cases_crosswise_every_one_ends_and_no_half_is_written()
    {
        var cases = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Append(null, Open(number))));

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(round =>
                    Journal
                        .Append(
                            new(cases[round % 8], [Move($"r{round}")])
                            {
                                Along = [new(cases[(round + 3) % 8], [Move($"r{round}")])],
                            },
                            Cancellation
                        )
                        .AsTask()
                )
        );

        Assert.Equal(
            2 * results.OfType<AppendResult.Appended>().Count(),
            (await Task.WhenAll(Enumerable.Range(1, 8).Select(StatusOf))).Count(status => status != "new")
        );
        Assert.Empty(await Store.Verify());
    }

    private async Task Append(CaseAppend append) =>
        Assert.IsType<AppendResult.Appended>(await Journal.Append(append, Cancellation));

    private async Task<string?> StatusOf(int number) => (await Journal.Load(Id(number), Cancellation))?.Case.Status;

    private async Task<(string? State, int? Minutes)> StateOf(Guid activity)
    {
        await using var db = Store.Context();
        var row = await db.Activities.SingleOrDefaultAsync(one => one.Id == activity, Cancellation);
        return (row?.State, row?.Minutes);
    }
}

/// <inheritdoc cref="TogetherContract" />
public sealed class TogetherOnSqlite() : TogetherContract(StorageProvider.Sqlite);

/// <inheritdoc cref="TogetherContract" />
public sealed class TogetherOnPostgreSql() : TogetherContract(StorageProvider.PostgreSql);
