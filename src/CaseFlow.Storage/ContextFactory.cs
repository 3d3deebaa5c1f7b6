using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CaseFlow.Storage;

/// <summary>Contexts of one database's subclass, from its pool, for those who only know the model.</summary>
internal sealed class ContextFactory<TContext>(DbContextOptions<TContext> options) : IDbContextFactory<CaseFlowDb>
    where TContext : CaseFlowDb
{
    private readonly PooledDbContextFactory<TContext> pool = new(options);

    public CaseFlowDb CreateDbContext() => pool.CreateDbContext();

    public async Task<CaseFlowDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await pool.CreateDbContextAsync(cancellationToken);
}
