using CaseFlow.Engine.Cases;

namespace CaseFlow.Benchmarks;

/// <summary>
/// Which case each of several callers moves next, and whereto: to and fro between two statuses, so that every move is
/// allowed. Each caller has cases of its own, which it takes in no order, so that no two meet at one.
/// </summary>
internal sealed class MovePlan(ImmutableArray<CaseId> cases, int callers)
{
    private readonly bool[] onHold = new bool[cases.Length];

    private readonly Random[] choices = [.. Enumerable.Range(0, callers).Select(caller => new Random(caller))];

    public int Callers => callers;

    public (CaseId Id, string To) Next(int caller)
    {
        var own = (cases.Length - caller + callers - 1) / callers;
        var index = caller + callers * choices[caller].Next(own);
        onHold[index] = !onHold[index];
        return (cases[index], onHold[index] ? "on-hold" : "in-progress");
    }
}
