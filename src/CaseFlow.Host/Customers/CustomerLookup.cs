using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Customers;

/// <summary>
/// A page of customers in the order of their names; where a beginning is looked for, behind them those whose e-mail address alone
/// begins so, in the order of the addresses. Each part goes along one index and ends with the page, however many customers there are.
/// </summary>
internal static class CustomerLookup
{
    private const char Separator = '\n';
    private const string Name = "name";
    private const string Address = "email";

    /// <summary>Where a page ended.</summary>
    /// <param name="Part">By name or by address.</param>
    public sealed record Mark(string Part, string Key, Guid Id)
    {
        public static Mark? Read(string after) =>
            after.Split(Separator) is [Name or Address, var key, var id] && Guid.TryParse(id, out var last)
                ? new(after[..after.IndexOf(Separator, StringComparison.Ordinal)], key, last)
                : null;

        public string Write() => string.Join(Separator, Part, Key, Id.ToString());
    }

    public sealed record Found(CustomerRow Row, Mark Mark);

    /// <param name="beginning">Of the name or the address; null for all.</param>
    public static async Task<List<Found>> Find(
        IQueryable<CustomerRow> customers,
        string? beginning,
        Mark? after,
        int most,
        CancellationToken cancellation
    )
    {
        var found = after is { Part: Address } ? [] : await ByName(customers, beginning, after, most, cancellation);
        if (beginning is not null && found.Count < most)
        {
            found.AddRange(await ByAddress(customers, beginning, after, most - found.Count, cancellation));
        }

        return found;
    }

    private static async Task<List<Found>> ByName(
        IQueryable<CustomerRow> customers,
        string? beginning,
        Mark? after,
        int most,
        CancellationToken cancellation
    )
    {
        var rows = beginning is null ? customers : customers.Named(beginning);
        if (after is { Key: var name, Id: var id })
        {
            rows = rows.Where(row => row.SearchName.CompareTo(name) > 0 || (row.SearchName == name && row.Id > id));
        }

        var found = await rows.OrderBy(row => row.SearchName)
            .ThenBy(row => row.Id)
            .Take(most)
            .ToListAsync(cancellation);
        return [.. found.Select(row => new Found(row, new(Name, row.SearchName, row.Id)))];
    }

    private static async Task<List<Found>> ByAddress(
        IQueryable<CustomerRow> customers,
        string beginning,
        Mark? after,
        int most,
        CancellationToken cancellation
    )
    {
        var rows = customers.Addressed(beginning);
        if (after is { Part: Address, Key: var address, Id: var id })
        {
            rows = rows.Where(row =>
                row.SearchEmail!.CompareTo(address) > 0 || (row.SearchEmail == address && row.Id > id)
            );
        }

        var found = await rows.OrderBy(row => row.SearchEmail)
            .ThenBy(row => row.Id)
            .Take(most)
            .ToListAsync(cancellation);
        return [.. found.Select(row => new Found(row, new(Address, row.SearchEmail!, row.Id)))];
    }
}
