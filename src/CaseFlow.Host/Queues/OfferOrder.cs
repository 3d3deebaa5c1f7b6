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

    private OfferOrder(ImmutableArray<string> choices, ImmutableArray<QueueRank> ranks)
    {
        order = choices;
        Ranks = ranks;
    }

    /// <summary>The highest first; every item has exactly one.</summary>
    public ImmutableArray<QueueRank> Ranks { get; }

    public static OfferOrder Of(CaseProcess process)
    {
        var choices = process.FindField("priority") is { Choices: { IsEmpty: false } declared } ? declared : [];
        var ranks = ImmutableArray.CreateBuilder<QueueRank>(choices.Length + 1);
        foreach (var choice in choices.Reverse())
        {
            ranks.Add(new(choice, choice == Usual ? choices : null));
        }

        if (!choices.Contains(Usual, StringComparer.Ordinal))
        {
            ranks.Add(new(null, choices));
        }

        return new(choices, ranks.DrainToImmutable());
    }

    /// <summary>What waits in a queue of the process, and nobody works on.</summary>
    public static QueueQuestion Waiting(CaseProcess process, QueueDefinition queue) =>
        new(process.Key, queue.Key, Of(process).Ranks) { IsWorked = false };

    /// <summary>How many higher priorities there are.</summary>
    public int RankOf(string? priority)
    {
        var place = order.IndexOf(
            priority is not null && order.Contains(priority, StringComparer.Ordinal) ? priority : Usual
        );
        return place < 0 ? Ranks.Length - 1 : order.Length - 1 - place;
    }
}
