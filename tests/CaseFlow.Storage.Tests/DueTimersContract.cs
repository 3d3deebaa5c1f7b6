using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage.Tests;

/// <summary>What timers promise, whichever database keeps them.</summary>
public abstract class DueTimersContract(StorageProvider provider) : StorageTest(provider)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);

    private int number;

    [Fact]
    public async Task A_timer_is_taken_when_it_is_due_and_not_before()
    {
        var opened = await Running(Start);

        Assert.Empty(await Take(Start.AddTicks(-1)));
        Assert.Equal([new DueTimer(opened.Case.Id.Value, Start)], await Take(Start));
    }

    [Fact]
    public async Task Who_takes_a_timer_has_it_to_himself_for_a_while()
    {
        await Running(Start);

        Assert.Single(await Take(Start));
        Assert.Empty(await Take(Start.Add(Hold).AddTicks(-1)));
        Assert.Single(await Take(Start.Add(Hold)));
    }

    [Fact]
    public async Task Two_nodes_that_take_at_once_never_get_the_same()
    {
        await using var other = await TestStore.Open(Database);
        for (var index = 0; index < 60; index++)
        {
            await Running(Start.AddSeconds(index));
        }

        // Rows that another one is taking are passed by, so each asks until nothing is left.
        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(index => Task.Run(() => TakeAll(index % 2 == 0 ? Store : other), Cancellation))
        );

        var cases = taken.SelectMany(some => some).ToList();
        Assert.Equal((60, 60), (cases.Count, cases.Distinct().Count()));
    }

    [Fact]
    public async Task The_oldest_are_taken_first()
    {
        await Running(Start.AddSeconds(2));
        await Running(Start.AddSeconds(1));
        await Running(Start.AddSeconds(3));

        Assert.Equal(
            [Start.AddSeconds(1), Start.AddSeconds(2)],
            (await Store.Timers.Take(Start.AddDays(1), Hold, 2, Cancellation)).Select(timer => timer.Due)
        );
    }

    [Fact]
    public async Task What_the_case_does_sets_its_timers_and_takes_them_off()
    {
        var paused = await Append(await Running(Start), TestCases.PauseClock());
        Assert.Empty(await Rows());

        await Append(paused, TestCases.ResumeClock(Start.AddMinutes(1)), TestCases.StartClock(Start, "First response"));
        Assert.Equal([("sla:First response", Start), ("sla:Resolution", Start.AddMinutes(1))], await Rows());
    }

    [Fact]
    public async Task A_timer_that_is_set_anew_can_be_taken_at_once()
    {
        var running = await Running(Start);
        Assert.Single(await Take(Start));

        await Append(running, TestCases.PauseClock(), TestCases.ResumeClock(Start.AddSeconds(1)));

        Assert.Single(await Take(Start.AddSeconds(1)));
    }

    [Fact]
    public async Task Verifying_finds_a_timer_that_is_missing_and_one_that_is_wrong()
    {
        var (missing, wrong) = (await Running(Start), await Running(Start));
        await Running(Start);
        Assert.Empty(await Store.Verify());
        await using (var db = Store.Context())
        {
            await db.Timers.Where(row => row.CaseId == missing.Case.Id.Value).ExecuteDeleteAsync(Cancellation);
            await db
                .Timers.Where(row => row.CaseId == wrong.Case.Id.Value)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Due, Start.AddDays(1)), Cancellation);
        }

        var found = await Store.Verify();
        Assert.Equal(2, found.Length);
        Assert.Contains($"Case {missing.Case.Id}: its timer 'sla:Resolution'", found[0], StringComparison.Ordinal);
        Assert.Contains($"Case {wrong.Case.Id}: it has a timer", found[1], StringComparison.Ordinal);
    }

    private Task<ImmutableArray<DueTimer>> Take(DateTimeOffset now) => Store.Timers.Take(now, Hold, 100, Cancellation);

    private static async Task<List<Guid>> TakeAll(TestStore store)
    {
        var cases = new List<Guid>();
        while (await store.Timers.Take(Start.AddDays(1), Hold, 5, Cancellation) is { IsEmpty: false } some)
        {
            cases.AddRange(some.Select(timer => timer.Case));
        }

        return cases;
    }

    private Task<StoredCase> Running(DateTimeOffset due) =>
        Append(null, TestCases.Open(++number), TestCases.StartClock(due));

    private async Task<(string, DateTimeOffset)[]> Rows()
    {
        await using var db = Store.Context();
        return
        [
            .. (await db.Timers.AsNoTracking().OrderBy(row => row.Key).ToListAsync(Cancellation)).Select(row =>
                (row.Key, row.Due)
            ),
        ];
    }
}

/// <inheritdoc cref="DueTimersContract" />
public sealed class DueTimersOnSqlite() : DueTimersContract(StorageProvider.Sqlite);

/// <inheritdoc cref="DueTimersContract" />
public sealed class DueTimersOnPostgreSql() : DueTimersContract(StorageProvider.PostgreSql);
