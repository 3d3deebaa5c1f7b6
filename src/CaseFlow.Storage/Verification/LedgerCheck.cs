namespace CaseFlow.Storage;

/// <summary>Adds the ledger up again, entry by entry, and compares it with the balances that were kept.</summary>
internal static class LedgerCheck
{
    public static async IAsyncEnumerable<Discrepancy> Of(StoreSnapshot snapshot)
    {
        var sums = new Dictionary<(Guid, string), (long Total, long Used)>();
        await foreach (var entry in snapshot.Ledger)
        {
            var key = (entry.EntitlementId, entry.Channel);
            var (total, used) = sums.GetValueOrDefault(key);
            sums[key] = entry.CaseId is null ? (total + entry.Amount, used) : (total, used - entry.Amount);
            if (sums[key] is var sum && sum.Total - sum.Used != entry.Balance)
            {
                yield return new(
                    null,
                    $"Entry {entry.Id} of {Name(key)} says that {entry.Balance} units were left, and by the entries "
                        + $"it was {sum.Total - sum.Used}."
                );
            }
        }

        await foreach (var balance in snapshot.Balances)
        {
            var key = (balance.EntitlementId, balance.Channel);
            sums.Remove(key, out var sum);
            if (sum != (balance.Total, balance.Used))
            {
                yield return new(
                    null,
                    $"The balance of {Name(key)} is {balance.Total} units of which {balance.Used} were taken, and by the "
                        + $"entries {sum.Total} and {sum.Used}."
                );
            }
        }

        foreach (var key in sums.Keys)
        {
            yield return new(null, $"There are entries of {Name(key)}, which has no balance.");
        }
    }

    private static string Name((Guid Entitlement, string Channel) key) =>
        key.Channel.Length == 0
            ? $"entitlement {key.Entitlement}"
            : $"entitlement {key.Entitlement}, channel '{key.Channel}'";
}
