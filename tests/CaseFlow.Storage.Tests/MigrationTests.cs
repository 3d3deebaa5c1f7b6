using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage.Tests;

/// <summary>The migrations make the model as it is: whoever changes the one adds to the other, for both databases.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void SQLite_has_a_migration_for_every_change_of_the_model()
    {
        using var db = new SqliteCaseFlowDb.DesignTime().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void PostgreSQL_has_a_migration_for_every_change_of_the_model()
    {
        using var db = new PostgreSqlCaseFlowDb.DesignTime().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }
}
