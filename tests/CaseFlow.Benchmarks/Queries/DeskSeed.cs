using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Storage;

namespace CaseFlow.Benchmarks;

/// <summary>
/// Fills a store with cases that differ: one in five is active and waits in a queue, each customer has twenty, and a title has three
/// words that many have and three that about sixty have, however many there are in all. Only the transactions are larger than usual.
/// </summary>
internal static class DeskSeed
{
    private const int InTransaction = 2_000;
    private const int CasesOfCustomer = 20;
    private const int CasesOfRareWord = 60;
    private const int CommonWords = 200;

    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow.AddDays(-1);

    /// <returns>The ids of the cases, the oldest first.</returns>
    public static async Task<ImmutableArray<CaseId>> Fill(BenchmarkHost host, int count)
    {
        var process = await host.Publish(Desk.Definition);
        await AddCustomers(host, count / CasesOfCustomer);
        var ids = ImmutableArray.CreateBuilder<CaseId>(count);
        var journal = host.Store.OpenJournal();
        await using var writer = journal.OpenWriter();
        foreach (var numbers in Enumerable.Range(0, count).Chunk(InTransaction))
        {
            // Half of the work is serialising and hashing, which goes on both processors.
            var group = numbers.AsParallel().AsOrdered().Select(number => Prepare(process, number, count)).ToList();
            await writer.Write(group);
            ids.AddRange(group.Select(append => append.After!.Case.Id));
        }

        return ids.MoveToImmutable();
    }

    /// <summary>What the name of some customer begins with.</summary>
    public static string BeginningOf(int number) => NameOf(number)[..1];

    private static PreparedAppend Prepare(CaseProcess process, int number, int count)
    {
        var at = Start.AddMilliseconds(number);
        var id = new CaseId(Guid.CreateVersion7(at));
        ImmutableArray<CaseEvent> events =
        [
            new CaseEvent.Opened(
                id,
                string.Create(CultureInfo.InvariantCulture, $"DESK-{number:0000000}"),
                process.Key,
                TitleOf(number, count),
                CustomerId(number / CasesOfCustomer),
                Contact: null,
                FieldValues.Of([
                    new("description", new FieldValue.Text("It stops in the middle of a page, and then it hums.")),
                    new("priority", new FieldValue.Text(Desk.Priorities[number % 3])),
                ]),
                CaseState.Active,
                "open",
                Stage: null
            )
            {
                By = CaseSeed.Ann.User,
                At = at,
                Definition = process.Hash,
            },
            number % 5 == 0
                ? new CaseEvent.Queued(Desk.QueueOf(Mixed(number)), null, null)
                {
                    By = CaseSeed.Ann.User,
                    At = at,
                    Definition = process.Hash,
                }
                : new CaseEvent.Resolved("open", "done", "A new roller.", BillableMinutes: null)
                {
                    By = CaseSeed.Ann.User,
                    At = at,
                    Definition = process.Hash,
                },
        ];
        return PreparedAppend.Of(new CaseAppend(null, events));
    }

    private static string TitleOf(int number, int count)
    {
        var rare = Math.Max(count * 3 / CasesOfRareWord, 1);
        return string.Join(
            ' ',
            Enumerable
                .Range(0, 6)
                .Select(place => Word(Mixed((number * 6) + place), place % 2 == 0 ? CommonWords : rare))
        );
    }

    private static string Word(int mixed, int of) =>
        string.Create(CultureInfo.InvariantCulture, $"w{of % 97}x{mixed % of}");

    private static async Task AddCustomers(BenchmarkHost host, int count)
    {
        foreach (var numbers in Enumerable.Range(0, count).Chunk(InTransaction))
        {
            await using var db = await host.Store.Contexts.CreateDbContextAsync();
            db.Customers.AddRange(numbers.Select(CustomerOf));
            await db.SaveChangesAsync();
        }
    }

    private static CustomerRow CustomerOf(int number)
    {
        var name = NameOf(number);
        return new()
        {
            Id = CustomerId(number),
            Kind = "account",
            Name = name,
            SearchName = CustomerSearch.NameOf(name),
            Email = $"{name}@example.com",
            SearchEmail = CustomerSearch.NameOf($"{name}@example.com"),
            CreatedAt = Start,
            CreatedBy = CaseSeed.Ann.User,
        };
    }

    public static Guid CustomerId(int number) => new(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);

    private static string NameOf(int number) =>
        string.Concat(Enumerable.Range(0, 8).Select(place => (char)('a' + (Mixed((number * 8) + place) % 26))));

    // The same numbers every time, in no order that an index could profit from.
    private static int Mixed(int number)
    {
        var mixed = unchecked((uint)number * 2_654_435_761u);
        return (int)((mixed ^ (mixed >> 15)) & 0x7FFF_FFFF);
    }
}
