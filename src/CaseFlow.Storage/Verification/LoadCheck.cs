using System.Globalization;

namespace CaseFlow.Storage;

/// <summary>Counts who works on how many cases, and compares that with the loads that were kept.</summary>
internal sealed class LoadCheck
{
    private readonly Dictionary<string, int> counted = new(StringComparer.Ordinal);

    // Where a case is in doubt, so is who works on it.
    private bool isComplete = true;

    public void Add(CheckedCase one)
    {
        isComplete &= one.Problems.Count == 0;
        if (one.Worker is { } worker)
        {
            counted[worker] = counted.GetValueOrDefault(worker) + 1;
        }
    }

    public IEnumerable<Discrepancy> Compare(IReadOnlyDictionary<string, int> kept) =>
        isComplete
            ? from user in counted.Keys.Union(kept.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            let works = counted.GetValueOrDefault(user)
            let says = kept.GetValueOrDefault(user)
            where works != says
            select new Discrepancy(
                null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The load of {user} is {says}, and by the histories {works}."
                )
            )
            : [];
}
