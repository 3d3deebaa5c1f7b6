using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseFlow.Storage;

/// <summary>The model in a PostgreSQL database.</summary>
public sealed class PostgreSqlCaseFlowDb(DbContextOptions<PostgreSqlCaseFlowDb> options) : CaseFlowDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Room on each page for the next version of a row, so that a change of no indexed column touches no index.
        modelBuilder.Entity<CaseRow>().HasStorageParameter("fillfactor", 80);

        // Bytes, as in SQLite; by a language's rules the index could not answer for a beginning.
        modelBuilder.Entity<CustomerRow>().Property(row => row.SearchName).UseCollation("C");
        modelBuilder.Entity<CustomerRow>().Property(row => row.SearchEmail).UseCollation("C");
        modelBuilder.Entity<UserRow>().Property(row => row.SearchName).UseCollation("C");
        modelBuilder.Entity<TeamRow>().Property(row => row.SearchTitle).UseCollation("C");

        modelBuilder.HasSequence<long>(OutboxPlaces.Sequence);
        var outbox = modelBuilder.Entity<OutboxRow>();
        outbox.HasIndex(row => row.Place).IsUnique().HasFilter("place IS NOT NULL").HasDatabaseName("ix_outbox_place");
        outbox.HasIndex(row => row.Id).HasFilter("place IS NULL").HasDatabaseName("ix_outbox_unplaced");
    }

    /// <summary>For <c>dotnet ef migrations</c>, which needs the model and no database.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<PostgreSqlCaseFlowDb>
    {
        public PostgreSqlCaseFlowDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgreSqlCaseFlowDb>().UseNpgsql("Host=localhost").Options);
    }
}
