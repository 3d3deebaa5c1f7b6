using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Storage.Tests;

/// <summary>The storage of one host: as many as a test likes can be open on one database.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private TestStore(ServiceProvider services) => this.services = services;

    public CaseJournal Journal => services.GetRequiredService<CaseJournal>();

    public TicketNumbers Tickets => services.GetRequiredService<TicketNumbers>();

    public StoreVerifier Verifier => services.GetRequiredService<StoreVerifier>();

    public DueTimers Timers => services.GetRequiredService<DueTimers>();

    public InboundDeliveries InboundDeliveries => services.GetRequiredService<InboundDeliveries>();

    public InboundMails InboundMails => services.GetRequiredService<InboundMails>();

    public MailThreads MailThreads => services.GetRequiredService<MailThreads>();

    public OutboxReader Outbox => services.GetRequiredService<OutboxReader>();

    public DeliveryQueue Queue => services.GetRequiredService<DeliveryQueue>();

    public Trimming Trimming => services.GetRequiredService<Trimming>();

    public SignInTries SignInTries => services.GetRequiredService<SignInTries>();

    public WorkflowJournal Workflows => services.GetRequiredService<WorkflowJournal>();

    public WorkflowWaits Waits => services.GetRequiredService<WorkflowWaits>();

    public DueWorkflows DueWorkflows => services.GetRequiredService<DueWorkflows>();

    public QueueItems QueueItems => services.GetRequiredService<QueueItems>();

    public Customers Customers => services.GetRequiredService<Customers>();

    public SimilarCases Similar => services.GetRequiredService<SimilarCases>();

    internal IStore Store => services.GetRequiredService<IStore>();

    public static async Task<TestStore> Open(TestDatabase database)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Storage:Provider"] = database.Provider.ToString(),
                    ["Storage:ConnectionString"] = database.ConnectionString,
                }
            )
            .Build();
        var made = new ServiceCollection().AddStorage(settings).BuildServiceProvider();
        await StorageSetup.Prepare(made, CancellationToken.None);
        return new(made);
    }

    public CaseFlowDb Context() => services.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContext();

    /// <summary>What verification finds, a line each.</summary>
    public async Task<string[]> Verify()
    {
        var found = new List<string>();
        var counts = await Verifier.Verify(
            problem => found.Add(problem.ToString()),
            progress: null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(found.Count, counts.Discrepancies);
        return [.. found];
    }

    public async Task Sql(params string[] statements)
    {
        await using var db = Context();
        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
