using CaseFlow.Engine.Cases;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What is promised of the lists that people look at all day, whichever database keeps them.</summary>
public abstract class ListsContract(StorageProvider provider) : StorageTest(provider)
{
    private static readonly QueueQuestion Asked = new(
        "incident",
        "first-line",
        [new("high", null), new("normal", ["low", "normal", "high"]), new("low", null)]
    );

    [Fact]
    public async Task A_queue_is_in_the_order_of_its_ranks_and_in_each_of_waiting()
    {
        await Put(1, "low");
        await Put(2, "high");
        await Put(3, priority: null);
        await Put(4, "not known any more");
        await Put(5, "normal");
        await Put(6, "high");

        var items = await Items(Asked, 50);

        Assert.Equal([2, 6, 3, 4, 5, 1], items.Select(NumberOf));
        Assert.Equal([0, 0, 1, 1, 1, 2], items.Select(item => item.Rank));
    }

    [Fact]
    public async Task Pages_of_a_queue_leave_nothing_out_and_show_nothing_twice()
    {
        string?[] priorities = ["low", "high", null, "other", "normal"];
        for (var number = 1; number <= 25; number++)
        {
            await Put(number, priorities[number % priorities.Length]);
        }

        var all = (await Items(Asked, 50)).Select(NumberOf).ToList();
        var paged = new List<int>();
        QueueMark? after = null;
        do
        {
            var page = await Items(Asked with { After = after }, 4);
            paged.AddRange(page.Select(NumberOf));
            after = page is [.., var last] ? new(last.Rank, last.Since, last.CaseId) : null;
        } while (after is not null);

        Assert.Equal(25, all.Distinct().Count());
        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task A_queue_tells_what_waits_from_what_is_worked_on()
    {
        var mine = await Put(1, "high");
        await Append(mine, Pick("first-line", "ann"));
        await Put(2, "high");

        Assert.Equal([2], (await Items(Asked with { IsWorked = false }, 50)).Select(NumberOf));
        Assert.Equal([1], (await Items(Asked with { IsWorked = true }, 50)).Select(NumberOf));
        Assert.Equal([1], (await Items(Asked with { Worker = "ann" }, 50)).Select(NumberOf));
        Assert.Empty(await Items(Asked with { Worker = "bob" }, 50));
        Assert.Empty(await Items(Asked with { Queue = "other" }, 50));
    }

    [Fact]
    public async Task Customers_are_found_by_the_beginning_of_their_name()
    {
        await Add(Person("Émile & Fils"), Person("EMIL Bau"), Person("Emilia"), Person("Zoé"), Person("emi%"));

        Assert.Equal(["emi%", "EMIL Bau", "Emilia"], await Names(new(" Emi")));
        Assert.Equal(["Émile & Fils"], await Names(new("É")));
    }

    [Fact]
    public async Task Who_is_found_by_his_name_is_not_found_again_by_his_address()
    {
        await Add(Person("Emilia", "emilia@example.com"), Person("Rita", "emi@example.com"), Person("Emi"));

        Assert.Equal(["Emi", "Emilia", "Rita"], await Names(new("EMI")));
    }

    [Fact]
    public async Task Customers_come_by_their_names_and_then_by_their_addresses()
    {
        await Add(Person("Contoso"), Person("contact Lens"), Person("Zoe", "CONNIE@example.com"));
        await Add(Person("Connie", "connie@example.com"), Person("Bob", "bob@example.com"));

        var found = new List<string>();
        CustomerMark? after = null;
        do
        {
            var page = await Store.Customers.InOrder(new("Con") { After = after }, 1, Cancellation);
            found.AddRange(page.Select(one => one.Row.Name));
            after = page is [.., var last] ? last.Mark : null;
        } while (after is not null);

        Assert.Equal(["Connie", "contact Lens", "Contoso", "Zoe"], found);
    }

    [Fact]
    public async Task Customers_are_narrowed_by_kind_account_and_ids()
    {
        var account = Person("Contoso") with { Kind = "account" };
        var ann = Person("Ann") with { AccountId = account.Id };
        await Add(account, ann, Person("Bob"));

        Assert.Equal(["Contoso"], await Names(new(Kind: "account")));
        Assert.Equal(["Ann"], await Names(new(Account: account.Id)));
        Assert.Equal(["Ann", "Contoso"], await Names(new() { Ids = [ann.Id, account.Id] }));
        Assert.Empty(await Names(new("%")));
    }

    private static int NumberOf(QueuedCase item) =>
        int.Parse(item.Ticket[4..], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<QueuedCase>> Items(QueueQuestion asked, int most) =>
        await Store.QueueItems.InOrder(asked, most, Cancellation);

    private async Task<IEnumerable<string>> Names(CustomerQuestion asked) =>
        (await Store.Customers.InOrder(asked, 50, Cancellation)).Select(one => one.Row.Name);

    private Task<StoredCase> Put(int number, string? priority)
    {
        var fields = priority is null
            ? FieldValues.Empty
            : FieldValues.Of([new("priority", new FieldValue.Text(priority))]);
        return Append(null, Open(number) with { Fields = fields }, Queue("first-line"));
    }

    private async Task Add(params CustomerRow[] customers)
    {
        await using var db = Store.Context();
        db.Customers.AddRange(customers);
        await db.SaveChangesAsync(Cancellation);
    }

    private static CustomerRow Person(string name, string? email = null) =>
        new()
        {
            Id = Guid.CreateVersion7(Monday9),
            Kind = "contact",
            Name = name,
            SearchName = CustomerSearch.NameOf(name),
            Email = email,
            SearchEmail = email is null ? null : CustomerSearch.NameOf(email),
            CreatedAt = Monday9,
            CreatedBy = "ann",
        };
}

/// <inheritdoc cref="ListsContract" />
public sealed class ListsOnSqlite() : ListsContract(StorageProvider.Sqlite);

/// <inheritdoc cref="ListsContract" />
public sealed class ListsOnPostgreSql() : ListsContract(StorageProvider.PostgreSql);
