using System.Diagnostics;
using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;

namespace CaseFlow.Benchmarks;

/// <summary>Closing a parent with a hundred children by one command, against closing a hundred cases one after the other.</summary>
internal static class CascadeMeasurement
{
    private const int Children = 100;

    public static async IAsyncEnumerable<Figure> Run()
    {
        using var database = BenchmarkDatabase.Sqlite();
        await using var host = await BenchmarkHost.Start(database);
        await DeskSeed.Fill(host, 1_000);
        var opened = 0;
        var compared = await Rounds.Alternate(
            async () =>
            {
                var parent = await Open(host, ++opened);
                var children = await OpenAll(host, opened += Children);
                await Ask(host, parent, new CaseCommand.AddChildren(children) { By = CaseSeed.Ann, At = Now });
                return await Time(() => Ask(host, parent, Resolve));
            },
            async () =>
            {
                var cases = await OpenAll(host, opened += Children);
                return await Time(async () =>
                {
                    foreach (var one in cases)
                    {
                        await Ask(host, one, Resolve);
                    }
                });
            }
        );
        yield return new(
            FormattableString.Invariant($"a parent with {Children} children closed / {Children} cases closed"),
            compared.Ratio,
            Figure.Ratio,
            Goal.AtMost(1),
            FormattableString.Invariant(
                $"{compared.Subject.Value:0} ms / {compared.Baseline.Value:0} ms; SQLite, through grains"
            )
        );
    }

    private static DateTimeOffset Now => DateTimeOffset.UtcNow;

    private static CaseCommand.Resolve Resolve =>
        new("done", "A new roller.", BillableMinutes: null, FieldValues.Empty) { By = CaseSeed.Ann, At = Now };

    private static async Task<double> Time(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<ImmutableArray<CaseId>> OpenAll(BenchmarkHost host, int last) =>
        [.. await Task.WhenAll(Enumerable.Range(last - Children + 1, Children).Select(number => Open(host, number)))];

    private static async Task<CaseId> Open(BenchmarkHost host, int number)
    {
        var create = new CaseCommand.Create(
            new CaseId(Guid.CreateVersion7()),
            string.Create(CultureInfo.InvariantCulture, $"CASCADE-{number}"),
            "Printer on fire",
            DeskSeed.CustomerId(0),
            Contact: null,
            FieldValues.Empty
        )
        {
            By = CaseSeed.Ann,
            At = Now,
        };
        await Ask(host, create.Id, create);
        return create.Id;
    }

    private static async Task Ask(BenchmarkHost host, CaseId id, CaseCommand command)
    {
        var answer = await host
            .Grains.GetGrain<ICaseGrain>(id.Value)
            .Ask(new(new CaseRequest(command, "desk", null, null)));
        if (answer.Value.Status >= 400)
        {
            throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(answer.Value.Body));
        }
    }
}
