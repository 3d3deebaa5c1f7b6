using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Mail;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Mail;

/// <summary>Who sent an e-mail, among the customers; somebody unknown becomes one where the mailbox says so.</summary>
internal sealed class MailPeople(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    private const int MostOfName = 200;

    /// <summary>The contact who sent it, or else the account; null where it is neither and becomes neither.</summary>
    public async Task<CustomerRow?> Sender(MailWork work, CancellationToken cancellation)
    {
        if (work.Mail.Sender.Length == 0)
        {
            return null;
        }

        var searched = CustomerSearch.NameOf(work.Mail.Sender);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db
                .Customers.AsNoTracking()
                .Where(row => row.SearchEmail == searched)
                // A contact says more than the account that has the same address.
                .OrderByDescending(row => row.Kind == "contact")
                .ThenBy(row => row.CreatedAt)
                .FirstOrDefaultAsync(cancellation)
            ?? (
                work.Row.IsAccepted || work.Mailbox.UnknownSenders == UnknownSenders.Create
                    ? await Make(work, cancellation)
                    : null
            );
    }

    /// <summary>Whether an entitlement of the customer holds today.</summary>
    public async Task<bool> HasEntitlement(Guid customer, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db
            .Entitlements.AsNoTracking()
            .Where(row => row.CustomerId == customer && row.State == EntitlementState.Activated)
            .ToListAsync(cancellation);
        var now = time.GetUtcNow();
        return rows.Exists(row =>
            EntitlementLife.StatusAt(row.State, row.Starts, row.Ends, row.TimeZone, now) == EntitlementStatus.Active
        );
    }

    private async Task<CustomerRow> Make(MailWork work, CancellationToken cancellation)
    {
        var email = work.Mail.Sender[..Math.Min(work.Mail.Sender.Length, MostOfName)];
        var name = (work.Mail.SenderName ?? email).ReplaceLineEndings(" ").Trim();
        name = name[..Math.Min(name.Length, MostOfName)];
        var row = new CustomerRow
        {
            Id = IdOf(email),
            Kind = "contact",
            Name = name,
            SearchName = CustomerSearch.NameOf(name),
            Email = email,
            SearchEmail = CustomerSearch.NameOf(email),
            CreatedAt = time.GetUtcNow(),
            CreatedBy = work.By.User,
        };
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            db.Customers.Add(row);
            await db.SaveChangesAsync(cancellation);
            return row;
        }
        catch (DbUpdateException)
        {
            // Another e-mail of his came at the same moment, or he was made once and has another address by now.
            await using var again = await databases.CreateDbContextAsync(cancellation);
            if (
                await again.Customers.AsNoTracking().SingleOrDefaultAsync(one => one.Id == row.Id, cancellation) is
                { } other
            )
            {
                return other;
            }

            throw;
        }
    }

    // Made of the address itself, so that two e-mails of somebody unknown at once make one contact.
    private static Guid IdOf(string email)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"sender\n{CustomerSearch.NameOf(email)}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
