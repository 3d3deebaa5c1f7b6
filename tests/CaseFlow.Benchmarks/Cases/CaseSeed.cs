using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Storage;

namespace CaseFlow.Benchmarks;

/// <summary>Fills a store with cases as the product opens them: decided, hashed, queued; only the transactions are larger.</summary>
internal static class CaseSeed
{
    private const int InTransaction = 1_000;
    private const int Customers = 100;

    // Now, so that no clock of theirs is overdue and rings into a measurement.
    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow;

    private static readonly FieldValues Fields = FieldValues.Of([
        new("description", new FieldValue.Text("It makes a grinding noise and then stops in the middle of a page.")),
        new("origin", new FieldValue.Text("phone")),
        new("priority", new FieldValue.Text("normal")),
        new("product", new FieldValue.Text("Laptop")),
        new("serial", new FieldValue.Text("CF-2041-7719")),
    ]);

    /// <summary>Who asks in every measurement.</summary>
    public static Actor Ann { get; } = new("ann", Role.Agent);

    public static async Task<ImmutableArray<CaseId>> Fill(BenchmarkHost host, int count)
    {
        await AddCustomers(host);
        var ids = ImmutableArray.CreateBuilder<CaseId>(count);
        var journal = host.Store.OpenJournal();
        await using var writer = journal.OpenWriter();
        foreach (var numbers in Enumerable.Range(1, count).Chunk(InTransaction))
        {
            var group = numbers.Select(number => PreparedAppend.Of(Open(host.Process, number))).ToList();
            await writer.Write(group);
            ids.AddRange(group.Select(append => append.After!.Case.Id));
        }

        return ids.MoveToImmutable();
    }

    public static CaseAppend Open(CaseProcess process, int number) => Open(process, number, Start.AddTicks(number));

    /// <summary>A case that was opened at this time.</summary>
    public static CaseAppend Open(CaseProcess process, int number, DateTimeOffset at)
    {
        var customer = CustomerOf(number);
        var create = new CaseCommand.Create(
            new CaseId(Guid.CreateVersion7(at)),
            string.Create(CultureInfo.InvariantCulture, $"CAS-2026-{number:0000000}"),
            "Printer on fire",
            customer.Id,
            Contact: null,
            Fields
        )
        {
            By = Ann,
            At = at,
        };
        return CaseDecider.Decide(process, null, create, FactsOf(customer)) is Decision.Accepted(var events)
            ? new CaseAppend(null, events)
            : throw new InvalidOperationException("A case could not be opened.");
    }

    /// <summary>An open case, and what its decisions are told.</summary>
    public static (Case Case, CaseFacts Told) OpenWith(CaseProcess process) =>
        (Open(process, 1).After!, FactsOf(CustomerOf(1)));

    private static CaseFacts FactsOf(CustomerRow row) =>
        new() { Customer = new(row.Id, row.Kind, row.Name, row.Email, row.Phone, row.Tier, row.AccountId) };

    private static async Task AddCustomers(BenchmarkHost host)
    {
        await using var db = await host.Store.Contexts.CreateDbContextAsync();
        db.Customers.AddRange(Enumerable.Range(0, Customers).Select(CustomerOf));
        await db.SaveChangesAsync();
    }

    private static CustomerRow CustomerOf(int number) =>
        new()
        {
            Id = new Guid(number % Customers, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]),
            Kind = "account",
            Name = "Contoso",
            SearchName = CustomerSearch.NameOf("Contoso"),
            Tier = "silver",
            CreatedAt = Start,
            CreatedBy = Ann.User,
        };
}
