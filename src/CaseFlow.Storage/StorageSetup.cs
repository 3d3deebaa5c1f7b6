using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CaseFlow.Storage;

/// <summary>Brings storage into a host.</summary>
public static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>();
        services.AddSingleton(Choose);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Contexts);
        services.AddSingleton<OutboxBell>();
        services.AddSingleton(provider => new CaseJournal(
            provider.GetRequiredService<IStore>().OpenJournal(),
            provider.GetRequiredService<IStore>().Reads,
            provider.GetRequiredService<OutboxBell>()
        ));
        services.AddSingleton(provider => new QueueItems(provider.GetRequiredService<IStore>().Reads));
        services.AddSingleton(provider => new Customers(provider.GetRequiredService<IStore>().Reads));
        services.AddSingleton(provider => new ViewRows(provider.GetRequiredService<IStore>().Reads));
        services.AddSingleton(provider => new SimilarCases(
            provider.GetRequiredService<IStore>().Reads,
            provider.GetRequiredService<IStore>().Words
        ));
        services.AddSingleton(provider => new OutboxReader(provider.GetRequiredService<IStore>()));
        services.AddSingleton(provider => new DeliveryQueue(provider.GetRequiredService<IStore>()));
        services.AddSingleton(provider => new Trimming(provider.GetRequiredService<IStore>()));
        services.AddSingleton(provider => new SignInTries(provider.GetRequiredService<IStore>()));
        services.AddSingleton(provider => new TicketNumbers(provider.GetRequiredService<IStore>()));
        services.AddSingleton(provider => new WorkflowJournal(
            provider.GetRequiredService<CaseJournal>(),
            provider.GetRequiredService<IStore>()
        ));
        services.AddSingleton(provider => new WorkflowWaits(provider.GetRequiredService<IStore>()));
        services.AddSingleton(provider => new DueWorkflows(provider.GetRequiredService<IStore>()));
        services.AddSingleton(provider => new DueTimers(provider.GetRequiredService<IStore>()));
        services.AddSingleton(provider => new InboundDeliveries(provider.GetRequiredService<IStore>()));
        services.AddSingleton(provider => new InboundMails(provider.GetRequiredService<IStore>()));
        services.AddSingleton(provider => new MailThreads(provider.GetRequiredService<IStore>()));
        services.AddSingleton(provider => new StoreVerifier(provider.GetRequiredService<IStore>()));
        return services;
    }

    /// <summary>Makes the database where there is none and brings it up to date. Call it before anything else uses it.</summary>
    public static Task Prepare(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<IStore>().Prepare(cancellation);

    private static IStore Choose(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        var log = services.GetService<ILoggerFactory>();
        return options.Provider switch
        {
            StorageProvider.PostgreSql => new PostgreSqlStore(options, log),
            _ => new SqliteStore(options, log),
        };
    }
}
