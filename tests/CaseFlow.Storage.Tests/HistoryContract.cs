using CaseFlow.Engine.Cases;
using CsCheck;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>Whatever happens to whichever cases, in whatever order, the store says what their histories say.</summary>
public abstract class HistoryContract(StorageProvider provider) : StorageTest(provider)
{
    private static readonly ImmutableArray<CaseEvent> Kinds =
    [
        Queue("dispatch"),
        Queue("network", from: "dispatch"),
        Unqueue("dispatch"),
        Pick("dispatch", "ann"),
        Retitle("The printer is on fire", "L'imprimante brûle 🔥"),
        Edit("customer", Guid.Empty.ToString(), Id(77).ToString()),
        Edit("priority", "high", "low"),
        Move("busy"),
        Resolve("Put out."),
    ];

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Int[1, 5],
        Gen.Int[0, Kinds.Length - 1].Select(kind => Kinds[kind]).Array[1, 4],
        Gen.Bool,
        (number, events, stale) => new Step(number, [.. events], stale)
    );

    [Fact]
    public async Task Any_sequence_of_appends_keeps_the_store_clean()
    {
        var rounds = 0;
        await AnyStep
            .Array[1, 25]
            .SampleAsync(
                async steps =>
                {
                    // A sample has cases of its own: ten numbers further on.
                    var first = 10 * Interlocked.Increment(ref rounds);
                    await Task.WhenAll(
                        steps.GroupBy(step => step.Case).Select(group => Play(first + group.Key, [.. group]))
                    );
                },
                iter: 40,
                threads: 1,
                seed: "0000KOIPe036"
            );

        Assert.Empty(await Store.Verify());
    }

    // Every append must be decided as the version says: a stale one is refused, any other written.
    private async Task Play(int number, ImmutableArray<Step> steps)
    {
        var opened = await Append(null, Open(number));
        var current = opened;
        foreach (var step in steps)
        {
            var before = step.Stale ? opened : current;
            var result = await Journal.Append(new(before, step.Events), Cancellation);
            if (before.Case.Version != current.Case.Version)
            {
                Assert.IsType<AppendResult.Overtaken>(result);
            }
            else
            {
                current = Assert.IsType<AppendResult.Appended>(result).After!;
            }
        }

        var loaded = await Journal.Load(Id(number), Cancellation);
        Assert.Equal(Text(current.Case), Text(loaded?.Case));
        Assert.Equal(current.Head, loaded?.Head);
    }

    private sealed record Step(int Case, ImmutableArray<CaseEvent> Events, bool Stale);
}

/// <inheritdoc cref="HistoryContract" />
public sealed class HistoryOnSqlite() : HistoryContract(StorageProvider.Sqlite);

/// <inheritdoc cref="HistoryContract" />
public sealed class HistoryOnPostgreSql() : HistoryContract(StorageProvider.PostgreSql);
