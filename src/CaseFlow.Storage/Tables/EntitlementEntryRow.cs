using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>
/// One entry of the ledger: what was added to an entitlement or taken from it, by which event of which case. Entries are only
/// ever added; the balance of an entitlement is their sum.
/// </summary>
public sealed record EntitlementEntryRow
{
    private static readonly SideStatement Change = new(
        "UPDATE entitlement_balances SET used = used + ? WHERE entitlement_id = ? AND channel = ?",
        [SideValue.Integer, SideValue.Id, SideValue.Text]
    );

    // Two cases can have been told of the same last term; only one of them gets it.
    private static readonly SideStatement TakeIfThere = new(
        "UPDATE entitlement_balances SET used = used + ? WHERE entitlement_id = ? AND channel = ? AND total - used >= ?",
        [SideValue.Integer, SideValue.Id, SideValue.Text, SideValue.Integer],
        IsGuard: true
    );

    private static readonly SideStatement Add = new(
        """
        INSERT INTO entitlement_entries (entitlement_id, channel, case_id, position, event, amount, balance, at, "by")
        SELECT entitlement_id, channel, ?, ?, ?, ?, total - used, ?, ? FROM entitlement_balances
        WHERE entitlement_id = ? AND channel = ?
        """,
        [
            SideValue.Id,
            SideValue.Integer,
            SideValue.Text,
            SideValue.Integer,
            SideValue.Integer,
            SideValue.Text,
            SideValue.Id,
            SideValue.Text,
        ]
    );

    /// <summary>Rises with every entry of one balance.</summary>
    public long Id { get; init; }

    public required Guid EntitlementId { get; init; }

    /// <summary>Empty for the whole entitlement.</summary>
    public required string Channel { get; init; }

    /// <summary>Null where people changed the total.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The position of the event in the history of its case.</summary>
    public int? Position { get; init; }

    /// <summary><c>total</c>, or why a case took or gave back.</summary>
    public required string Event { get; init; }

    /// <summary>In units; less than 0 where something was taken.</summary>
    public required long Amount { get; init; }

    /// <summary>What was left after it.</summary>
    public required long Balance { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>What an event means for the ledger: amounts by entitlement and channel, with the reason.</summary>
    internal static ImmutableArray<LedgerAmount> AmountsOf(CaseEvent happened) =>
        happened switch
        {
            CaseEvent.TermsTaken taken => Amounts(taken.Entitlement, taken.Channel, -taken.Units, taken.Because),
            CaseEvent.TermsReturned back => Amounts(back.Entitlement, back.Channel, back.Units, back.Because),
            _ => [],
        };

    /// <param name="position">Of the event in the history of its case.</param>
    internal static ImmutableArray<SideRow> Changes(CaseId id, CaseEvent happened, int position)
    {
        ImmutableArray<SideRow> rows = [];
        foreach (var (entitlement, channel, amount, because) in AmountsOf(happened))
        {
            rows = happened is CaseEvent.TermsTaken { IsRestricted: true }
                ? rows.Add(new(TakeIfThere, -amount, entitlement, channel, -amount))
                : rows.Add(new(Change, -amount, entitlement, channel));
            rows = rows.Add(
                new(
                    Add,
                    id.Value,
                    (long)position,
                    because,
                    amount,
                    happened.At.UtcTicks,
                    happened.By,
                    entitlement,
                    channel
                )
            );
        }

        return rows;
    }

    internal static void Map(EntityTypeBuilder<EntitlementEntryRow> entries)
    {
        entries.ToTable("entitlement_entries");
        entries.HasKey(row => row.Id);
        entries.HasIndex(row => new
        {
            row.EntitlementId,
            row.Channel,
            row.Id,
        });
        entries.HasIndex(row => new { row.CaseId, row.Position }).HasFilter("case_id IS NOT NULL");
        entries
            .HasOne<EntitlementRow>()
            .WithMany()
            .HasForeignKey(row => row.EntitlementId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    private static ImmutableArray<LedgerAmount> Amounts(
        Guid entitlement,
        string? channel,
        long amount,
        string because
    ) =>
        channel is null
            ? [new(entitlement, "", amount, because)]
            : [new(entitlement, "", amount, because), new(entitlement, channel, amount, because)];
}

/// <summary>An amount for one balance of an entitlement.</summary>
internal readonly record struct LedgerAmount(Guid Entitlement, string Channel, long Amount, string Because);
