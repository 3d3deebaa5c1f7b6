using CaseFlow.Engine.Cases;

namespace CaseFlow.Benchmarks;

/// <summary>
/// Which case each of several callers moves next, and whereto: to and fro between two statuses, so that every move is
/// allowed. Each caller has cases of its own, which it takes in no order, so that no two meet at one.
/// </summary>
/// <param name="away">The status that a case in its first status goes to and comes back from.</param>
internal sealed class MovePlan(ImmutableArray<CaseId> cases, int callers, string away = MovePlan.Plain)
{
    /// <summary>A status that counts like the first one, so that a move to it touches no clock.</summary>
    public const string Plain = "researching";

    /// <summary>A status that pauses every clock.</summary>
    public const string Pausing = "on-hold";

    private readonly bool[] isAway = new bool[cases.Length];

    private readonly Random[] choices = [.. Enumerable.Range(0, callers).Select(caller => new Random(caller))];

    public int Callers => callers;

    public (CaseId Id, string To) Next(int caller)
    {
        var own = (cases.Length - caller + callers - 1) / callers;
        var index = caller + callers * choices[caller].Next(own);
        isAway[index] = !isAway[index];
        return (cases[index], isAway[index] ? away : "in-progress");
    }
}
