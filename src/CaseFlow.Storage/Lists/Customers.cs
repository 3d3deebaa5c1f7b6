namespace CaseFlow.Storage;

/// <summary>Which customers: everything that is given must hold.</summary>
/// <param name="Beginning">Of the name or the e-mail address.</param>
public sealed record CustomerQuestion(string? Beginning = null, string? Kind = null, Guid? Account = null)
{
    /// <summary>Only these; null for all.</summary>
    public IReadOnlyCollection<Guid>? Ids { get; init; }

    /// <summary>Only those after this one; null to begin.</summary>
    public CustomerMark? After { get; init; }
}

/// <summary>Where a page of customers ended.</summary>
/// <param name="IsByAddress">Among those that were found by their address alone.</param>
/// <param name="Key">The name or the address, as it is looked for.</param>
public sealed record CustomerMark(bool IsByAddress, string Key, Guid Id);

/// <summary>A customer, and where the next page goes on after it.</summary>
public sealed record ListedCustomer(CustomerRow Row, CustomerMark Mark);

/// <summary>
/// Customers in the order of their names; where a beginning is looked for, behind them those whose e-mail address alone begins
/// so, in the order of the addresses. Each part goes along one index and ends with the page, however many customers there are.
/// </summary>
public sealed class Customers
{
    private readonly IReads reads;

    internal Customers(IReads reads) => this.reads = reads;

    public async Task<IReadOnlyList<ListedCustomer>> InOrder(
        CustomerQuestion asked,
        int most,
        CancellationToken cancellation
    )
    {
        var found = new List<ListedCustomer>();
        if (asked.After is not { IsByAddress: true })
        {
            found.AddRange(await ByName(asked, most, cancellation));
        }

        if (asked.Beginning is { } beginning && found.Count < most)
        {
            found.AddRange(await ByAddress(asked, beginning, most - found.Count, cancellation));
        }

        return found;
    }

    private ValueTask<ImmutableArray<ListedCustomer>> ByName(
        CustomerQuestion asked,
        int most,
        CancellationToken cancellation
    )
    {
        var named = asked.Beginning is { } beginning ? CustomerSearch.Named(beginning) : Sql.Always;
        Sql after = asked.After is { } mark
            ? $" AND (search_name > {mark.Key} OR (search_name = {mark.Key} AND id > {mark.Id}))"
            : Sql.None;
        return reads.All(
            $"{CustomerRow.Select} WHERE {named}{Others(asked)}{after} ORDER BY search_name, id LIMIT {most}",
            row => Listed(CustomerRow.Read(row), isByAddress: false),
            cancellation
        );
    }

    private ValueTask<ImmutableArray<ListedCustomer>> ByAddress(
        CustomerQuestion asked,
        string beginning,
        int most,
        CancellationToken cancellation
    )
    {
        Sql after = asked.After is { IsByAddress: true } mark
            ? $" AND (search_email > {mark.Key} OR (search_email = {mark.Key} AND id > {mark.Id}))"
            : Sql.None;
        return reads.All(
            $"{CustomerRow.Select} WHERE {CustomerSearch.Addressed(beginning)}{Others(asked)}{after} ORDER BY search_email, id LIMIT {most}",
            row => Listed(CustomerRow.Read(row), isByAddress: true),
            cancellation
        );
    }

    private static Sql Others(CustomerQuestion asked)
    {
        Sql kind = asked.Kind is { } one ? $" AND kind = {one}" : Sql.None;
        Sql account = asked.Account is { } id ? $" AND account_id = {id}" : Sql.None;
        Sql ids = asked.Ids is { } many ? $" AND id IN ({many})" : Sql.None;
        return $"{kind}{account}{ids}";
    }

    private static ListedCustomer Listed(CustomerRow row, bool isByAddress) =>
        new(row, new(isByAddress, isByAddress ? row.SearchEmail! : row.SearchName, row.Id));
}
