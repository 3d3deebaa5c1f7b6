using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>Whom cases are about: an account, or a contact of one.</summary>
public sealed record CustomerRow
{
    public required Guid Id { get; init; }

    /// <summary><c>account</c> or <c>contact</c>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; set; }

    /// <summary>The name as <see cref="CustomerSearch"/> looks for it.</summary>
    public required string SearchName { get; set; }

    public string? Email { get; set; }

    /// <summary>The e-mail address as it is looked for.</summary>
    public string? SearchEmail { get; set; }

    public string? Phone { get; set; }

    public string? Tier { get; set; }

    /// <summary>The account that a contact belongs to.</summary>
    public Guid? AccountId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>Selects what <see cref="Read"/> reads.</summary>
    internal static Sql Select { get; } =
        $"SELECT id, kind, name, search_name, email, search_email, phone, tier, account_id, created_at, created_by FROM customers";

    internal static CustomerRow Read(IRow row) =>
        new()
        {
            Id = row.Id(0),
            Kind = row.Text(1)!,
            Name = row.Text(2)!,
            SearchName = row.Text(3)!,
            Email = row.Text(4),
            SearchEmail = row.Text(5),
            Phone = row.Text(6),
            Tier = row.Text(7),
            AccountId = row.IdOrNull(8),
            CreatedAt = row.At(9),
            CreatedBy = row.Text(10)!,
        };

    internal static void Map(EntityTypeBuilder<CustomerRow> customers)
    {
        customers.ToTable("customers");
        customers.HasKey(row => row.Id);
        customers.Property(row => row.Id).ValueGeneratedNever();
        customers.HasIndex(row => row.SearchName);
        customers.HasIndex(row => row.SearchEmail).HasFilter("search_email IS NOT NULL");
        customers.HasIndex(row => row.AccountId).HasFilter("account_id IS NOT NULL");
    }
}
