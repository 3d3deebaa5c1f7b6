using System.Text.Json;

namespace CaseFlow.Benchmarks;

/// <summary>What people look at all day, with a million cases stored: against bare SQL, and against ten thousand.</summary>
internal static class QueriesMeasurement
{
    private const int Few = 10_000;
    private const int Many = 1_000_000;

    private static readonly ImmutableArray<Query> All =
    [
        new("queue page", host => host.QueuePage, bare => bare.QueuePage),
        new("customer lookup", host => host.CustomerLookup, bare => bare.CustomerLookup),
        new("similar cases", host => host.Similar, bare => bare.Similar),
        new("saved view", host => host.SavedView, bare => bare.SavedView),
    ];

    public static async IAsyncEnumerable<Figure> Run()
    {
        using var few = BenchmarkDatabase.Sqlite();
        using var many = BenchmarkDatabase.Sqlite();
        await using var hostOfFew = await BenchmarkHost.Start(few);
        var endpoint = new BareEndpoint();
        await using var hostOfMany = await BenchmarkHost.Start(many, endpoint.Map);

        // A host closes a connection that says nothing for two minutes, and a million takes longer to write.
        var casesOfFew = await DeskSeed.Fill(hostOfFew, Few);
        var cases = await DeskSeed.Fill(hostOfMany, Many);
        using var askFew = await HostQueries.Connect(hostOfFew, casesOfFew);
        using var askMany = await HostQueries.Connect(hostOfMany, cases);
        using var bare = new BareQueries(many, cases);
        endpoint.Queries = All.ToImmutableDictionary(query => query.Name, query => query.OfBare(bare));
        foreach (var query in All)
        {
            var rates = await Rounds.Alternate(
                () => QueryLoad.Rate(query.OfHost(askMany)),
                () => QueryLoad.Rate(number => askMany.Bare(query.Name, number))
            );
            yield return new(
                FormattableString.Invariant($"{query.Name} / bare SQL, {Many:#,##0} stored"),
                rates.Ratio,
                Figure.Ratio,
                Goal.AtLeast(0.5),
                FormattableString.Invariant(
                    $"{rates.Subject.Value:#,##0}/s / {rates.Baseline.Value:#,##0}/s, one after the other, both over HTTP; SQLite"
                )
            );

            var slow = await Rounds.Alternate(
                () => QueryLoad.Slow(query.OfHost(askMany)),
                () => QueryLoad.Slow(query.OfHost(askFew))
            );
            yield return new(
                FormattableString.Invariant($"{query.Name}, p95, {Many:#,##0} / {Few:#,##0} stored"),
                slow.Ratio,
                Figure.Ratio,
                Goal.AtMost(1.5),
                FormattableString.Invariant($"{slow.Subject.Value:0.00} ms / {slow.Baseline.Value:0.00} ms")
            );
        }
    }

    private sealed record Query(
        string Name,
        Func<HostQueries, Func<int, Task>> OfHost,
        Func<BareQueries, Action<Utf8JsonWriter, int>> OfBare
    );
}
