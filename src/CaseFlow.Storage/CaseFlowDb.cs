using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>The one model. SQLite and PostgreSQL get a subclass each, to own their migrations and say where they differ.</summary>
public abstract class CaseFlowDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<CaseEventRow> CaseEvents => Set<CaseEventRow>();

    public DbSet<QueueItemRow> QueueItems => Set<QueueItemRow>();

    public DbSet<ActivityRow> Activities => Set<ActivityRow>();

    public DbSet<TimerRow> Timers => Set<TimerRow>();

    public DbSet<CaseTextRow> CaseTexts => Set<CaseTextRow>();

    public DbSet<SavedViewRow> SavedViews => Set<SavedViewRow>();

    public DbSet<BulkJobRow> BulkJobs => Set<BulkJobRow>();

    public DbSet<BulkItemRow> BulkItems => Set<BulkItemRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

    public DbSet<CustomerRow> Customers => Set<CustomerRow>();

    public DbSet<ProcessVersionRow> ProcessVersions => Set<ProcessVersionRow>();

    public DbSet<TicketSeriesRow> TicketSeries => Set<TicketSeriesRow>();

    public DbSet<EntitlementRow> Entitlements => Set<EntitlementRow>();

    public DbSet<EntitlementBalanceRow> EntitlementBalances => Set<EntitlementBalanceRow>();

    public DbSet<EntitlementEntryRow> EntitlementEntries => Set<EntitlementEntryRow>();

    public DbSet<EntitlementTemplateRow> EntitlementTemplates => Set<EntitlementTemplateRow>();

    public DbSet<UserRow> Users => Set<UserRow>();

    public DbSet<TeamRow> Teams => Set<TeamRow>();

    public DbSet<TeamMemberRow> TeamMembers => Set<TeamMemberRow>();

    public DbSet<WorkLoadRow> WorkLoads => Set<WorkLoadRow>();

    public DbSet<QueueRoundRow> QueueRounds => Set<QueueRoundRow>();

    public DbSet<QueueTurnRow> QueueTurns => Set<QueueTurnRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<CaseState>().HaveConversion<StateName>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder
            .Entity<CaseRow>(CaseRow.Map)
            .Entity<CaseEventRow>(CaseEventRow.Map)
            .Entity<QueueItemRow>(QueueItemRow.Map)
            .Entity<ActivityRow>(ActivityRow.Map)
            .Entity<TimerRow>(TimerRow.Map)
            .Entity<CaseTextRow>(CaseTextRow.Map)
            .Entity<SavedViewRow>(SavedViewRow.Map)
            .Entity<BulkJobRow>(BulkJobRow.Map)
            .Entity<BulkItemRow>(BulkItemRow.Map)
            .Entity<OutboxRow>(OutboxRow.Map)
            .Entity<KeptAnswer>(KeptAnswer.Map)
            .Entity<CustomerRow>(CustomerRow.Map)
            .Entity<EntitlementRow>(EntitlementRow.Map)
            .Entity<EntitlementBalanceRow>(EntitlementBalanceRow.Map)
            .Entity<EntitlementEntryRow>(EntitlementEntryRow.Map)
            .Entity<EntitlementTemplateRow>(EntitlementTemplateRow.Map)
            .Entity<ProcessVersionRow>(ProcessVersionRow.Map)
            .Entity<TicketSeriesRow>(TicketSeriesRow.Map)
            .Entity<UserRow>(UserRow.Map)
            .Entity<TeamRow>(TeamRow.Map)
            .Entity<TeamMemberRow>(TeamMemberRow.Map)
            .Entity<WorkLoadRow>(WorkLoadRow.Map)
            .Entity<QueueRoundRow>(QueueRoundRow.Map)
            .Entity<QueueTurnRow>(QueueTurnRow.Map);
        SnakeCase.NameAll(modelBuilder.Model);
    }
}
