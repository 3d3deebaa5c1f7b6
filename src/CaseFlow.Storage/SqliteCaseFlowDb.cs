using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseFlow.Storage;

/// <summary>The model in a SQLite file.</summary>
public sealed class SqliteCaseFlowDb(DbContextOptions<SqliteCaseFlowDb> options) : CaseFlowDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<IdBytes>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<OutboxRow>().Ignore(row => row.Place);
    }

    /// <summary>For <c>dotnet ef migrations</c>, which needs the model and no database.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteCaseFlowDb>
    {
        public SqliteCaseFlowDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteCaseFlowDb>().UseSqlite("Data Source=:memory:").Options);
    }
}
