using System.Linq.Expressions;
using CaseFlow.Engine.Processes;
using CaseFlow.Storage;

namespace CaseFlow.Host.Queues;

/// <summary>
/// The order in which a queue gives its cases away: the highest priority first, and in each who has waited longest. The
/// choices of the field <c>priority</c> go from the lowest to the highest; a case without one stands with <c>normal</c>.
/// </summary>
internal sealed class OfferOrder
{
    private const string Usual = "normal";

    private readonly ImmutableArray<string> order;

    private OfferOrder(ImmutableArray<string> choices, ImmutableArray<Expression<Func<QueueItemRow, bool>>> ranks)
    {
        order = choices;
        Ranks = ranks;
    }

    /// <summary>What the items of each rank have in common, the highest first; every item has exactly one rank.</summary>
    public ImmutableArray<Expression<Func<QueueItemRow, bool>>> Ranks { get; }

    public static OfferOrder Of(CaseProcess process)
    {
        var choices = process.FindField("priority") is { Choices: { IsEmpty: false } declared } ? declared : [];
        List<string?> known = [.. choices];
        var ranks = ImmutableArray.CreateBuilder<Expression<Func<QueueItemRow, bool>>>();
        foreach (var choice in choices.Reverse())
        {
            ranks.Add(
                choice == Usual
                    ? row => row.Priority == Usual || row.Priority == null || !known.Contains(row.Priority)
                    : row => row.Priority == choice
            );
        }

        if (!choices.Contains(Usual, StringComparer.Ordinal))
        {
            ranks.Add(row => row.Priority == null || !known.Contains(row.Priority));
        }

        return new(choices, ranks.ToImmutable());
    }

    /// <summary>How many higher priorities there are.</summary>
    public int RankOf(string? priority)
    {
        var place = order.IndexOf(
            priority is not null && order.Contains(priority, StringComparer.Ordinal) ? priority : Usual
        );
        return place < 0 ? Ranks.Length - 1 : order.Length - 1 - place;
    }
}
