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

    public DbSet<CaseReferenceRow> CaseReferences => Set<CaseReferenceRow>();

    public DbSet<InboundDeliveryRow> InboundDeliveries => Set<InboundDeliveryRow>();

    public DbSet<InboundMailRow> InboundMails => Set<InboundMailRow>();

    public DbSet<InboundMailContentRow> InboundMailContents => Set<InboundMailContentRow>();

    public DbSet<MailThreadRow> MailThreads => Set<MailThreadRow>();

    public DbSet<OutboxPositionRow> OutboxPositions => Set<OutboxPositionRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<SubscriptionSecretRow> SubscriptionSecrets => Set<SubscriptionSecretRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<DeliveryLaneRow> DeliveryLanes => Set<DeliveryLaneRow>();

    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

    public DbSet<CustomerRow> Customers => Set<CustomerRow>();

    public DbSet<ProcessVersionRow> ProcessVersions => Set<ProcessVersionRow>();

    public DbSet<TicketSeriesRow> TicketSeries => Set<TicketSeriesRow>();

    public DbSet<EntitlementRow> Entitlements => Set<EntitlementRow>();

    public DbSet<EntitlementBalanceRow> EntitlementBalances => Set<EntitlementBalanceRow>();

    public DbSet<EntitlementEntryRow> EntitlementEntries => Set<EntitlementEntryRow>();

    public DbSet<EntitlementTemplateRow> EntitlementTemplates => Set<EntitlementTemplateRow>();

    public DbSet<UserRow> Users => Set<UserRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<TeamRow> Teams => Set<TeamRow>();

    public DbSet<TeamMemberRow> TeamMembers => Set<TeamMemberRow>();

    public DbSet<WorkLoadRow> WorkLoads => Set<WorkLoadRow>();

    public DbSet<QueueRoundRow> QueueRounds => Set<QueueRoundRow>();

    public DbSet<QueueTurnRow> QueueTurns => Set<QueueTurnRow>();

    public DbSet<WorkflowVersionRow> WorkflowVersions => Set<WorkflowVersionRow>();

    public DbSet<WorkflowInstanceRow> WorkflowInstances => Set<WorkflowInstanceRow>();

    public DbSet<WorkflowBookmarkRow> WorkflowBookmarks => Set<WorkflowBookmarkRow>();

    public DbSet<WorkflowEffectRow> WorkflowEffects => Set<WorkflowEffectRow>();

    public DbSet<WorkflowIncidentRow> WorkflowIncidents => Set<WorkflowIncidentRow>();

    public DbSet<WorkflowEventRow> WorkflowEvents => Set<WorkflowEventRow>();

    public DbSet<WorkflowTimerRow> WorkflowTimers => Set<WorkflowTimerRow>();

    public DbSet<WorkflowLineRow> WorkflowLines => Set<WorkflowLineRow>();

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
            .Entity<CaseReferenceRow>(CaseReferenceRow.Map)
            .Entity<InboundDeliveryRow>(InboundDeliveryRow.Map)
            .Entity<InboundMailRow>(InboundMailRow.Map)
            .Entity<InboundMailContentRow>(InboundMailContentRow.Map)
            .Entity<MailThreadRow>(MailThreadRow.Map)
            .Entity<OutboxPositionRow>(OutboxPositionRow.Map)
            .Entity<SubscriptionRow>(SubscriptionRow.Map)
            .Entity<SubscriptionSecretRow>(SubscriptionSecretRow.Map)
            .Entity<DeliveryRow>(DeliveryRow.Map)
            .Entity<DeliveryLaneRow>(DeliveryLaneRow.Map)
            .Entity<KeptAnswer>(KeptAnswer.Map)
            .Entity<CustomerRow>(CustomerRow.Map)
            .Entity<EntitlementRow>(EntitlementRow.Map)
            .Entity<EntitlementBalanceRow>(EntitlementBalanceRow.Map)
            .Entity<EntitlementEntryRow>(EntitlementEntryRow.Map)
            .Entity<EntitlementTemplateRow>(EntitlementTemplateRow.Map)
            .Entity<ProcessVersionRow>(ProcessVersionRow.Map)
            .Entity<TicketSeriesRow>(TicketSeriesRow.Map)
            .Entity<UserRow>(UserRow.Map)
            .Entity<AccountRow>(AccountRow.Map)
            .Entity<ApiKeyRow>(ApiKeyRow.Map)
            .Entity<AuditRow>(AuditRow.Map)
            .Entity<TeamRow>(TeamRow.Map)
            .Entity<TeamMemberRow>(TeamMemberRow.Map)
            .Entity<WorkLoadRow>(WorkLoadRow.Map)
            .Entity<QueueRoundRow>(QueueRoundRow.Map)
            .Entity<QueueTurnRow>(QueueTurnRow.Map)
            .Entity<WorkflowVersionRow>(WorkflowVersionRow.Map)
            .Entity<WorkflowInstanceRow>(WorkflowInstanceRow.Map)
            .Entity<WorkflowBookmarkRow>(WorkflowBookmarkRow.Map)
            .Entity<WorkflowEffectRow>(WorkflowEffectRow.Map)
            .Entity<WorkflowIncidentRow>(WorkflowIncidentRow.Map)
            .Entity<WorkflowEventRow>(WorkflowEventRow.Map)
            .Entity<WorkflowTimerRow>(WorkflowTimerRow.Map)
            .Entity<WorkflowLineRow>(WorkflowLineRow.Map);
        SnakeCase.NameAll(modelBuilder.Model);
    }
}
