using CaseFlow.Engine.Cases;

namespace CaseFlow.Benchmarks;

/// <summary>The decider alone: one status move, with nothing read, written or sent.</summary>
internal static class DecideMeasurement
{
    public static async IAsyncEnumerable<Figure> Run()
    {
        var process = Processes.SupportCase;
        var (about, told) = CaseSeed.OpenWith(process);
        var move = new CaseCommand.MoveStatus("on-hold", FieldValues.Empty) { By = CaseSeed.Ann, At = about.CreatedAt };
        var cost = FunctionCost.Of(
            calls: 10_000,
            () =>
            {
                if (CaseDecider.Decide(process, about, move, told) is not Decision.Accepted)
                {
                    throw new InvalidOperationException("The move was to be accepted.");
                }
            }
        );
        yield return new(
            "decide a status move",
            cost.Microseconds,
            "µs",
            null,
            FormattableString.Invariant($"{cost.Bytes:#,##0} bytes allocated")
        );
        await Task.CompletedTask;
    }
}
