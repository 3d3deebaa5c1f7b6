using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Webhooks;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>Finds whom a delivery names among the customers, and makes somebody unknown one where the webhook says so.</summary>
internal sealed class HookPeople(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    private const int MaxLength = 200;

    /// <summary>The customer, or why there is none.</summary>
    /// <param name="account">The account that somebody new belongs to, for contacts.</param>
    public async Task<(CustomerRow? Person, string? Refused)> Find(
        HookPerson asked,
        ConditionFacts facts,
        Actor by,
        CustomerRow? account,
        CancellationToken cancellation
    )
    {
        if (asked.Name.Text(facts) is not { } given)
        {
            return (null, "The delivery names no customer.");
        }

        var name = given.ReplaceLineEndings(" ").Trim();
        name = name[..Math.Min(name.Length, MaxLength)];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await Known(db, name, asked.Make, account, cancellation) is { } known)
        {
            return (known, null);
        }

        return asked.Make is { } make
            ? (await Make(name, make, facts, by, account, cancellation), null)
            : (null, $"There is no customer '{name}'.");
    }

    private static async Task<CustomerRow?> Known(
        CaseFlowDb db,
        string name,
        NewPerson? make,
        CustomerRow? account,
        CancellationToken cancellation
    )
    {
        var customers = db.Customers.AsNoTracking();
        if (Guid.TryParse(name, out var id))
        {
            return await customers.SingleOrDefaultAsync(row => row.Id == id, cancellation);
        }

        var searched = CustomerSearch.NameOf(name);
        var kind = make?.Kind;
        var belongsTo = account?.Kind == "account" ? account.Id : (Guid?)null;
        return await customers
            .Where(row => row.SearchName == searched || row.SearchEmail == searched)
            .Where(row => kind == null || row.Kind == kind)
            .Where(row => belongsTo == null || row.AccountId == belongsTo)
            .OrderBy(row => row.CreatedAt)
            .FirstOrDefaultAsync(cancellation);
    }

    private async Task<CustomerRow> Make(
        string name,
        NewPerson make,
        ConditionFacts facts,
        Actor by,
        CustomerRow? account,
        CancellationToken cancellation
    )
    {
        var email = Short(make.Email?.Text(facts));
        var row = new CustomerRow
        {
            Id = IdOf(make.Kind, name, account),
            Kind = make.Kind,
            Name = name,
            SearchName = CustomerSearch.NameOf(name),
            Email = email,
            SearchEmail = email is null ? null : CustomerSearch.NameOf(email),
            Phone = Short(make.Phone?.Text(facts)),
            Tier = make.Tier,
            AccountId = make.Kind == "contact" && account?.Kind == "account" ? account.Id : null,
            CreatedAt = time.GetUtcNow(),
            CreatedBy = by.User,
        };
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Customers.AsNoTracking().SingleOrDefaultAsync(one => one.Id == row.Id, cancellation) is { } made)
        {
            return made; // of another name by now
        }

        try
        {
            db.Customers.Add(row);
            await db.SaveChangesAsync(cancellation);
            return row;
        }
        catch (DbUpdateException)
        {
            // Another delivery named the same at the same moment, and was faster; or the database has trouble.
            await using var again = await databases.CreateDbContextAsync(cancellation);
            if (await again.Customers.SingleOrDefaultAsync(one => one.Id == row.Id, cancellation) is { } other)
            {
                return other;
            }

            throw;
        }
    }

    // Made of the name itself, so that two deliveries that name the same person at once make one.
    private static Guid IdOf(string kind, string name, CustomerRow? account)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{CustomerSearch.NameOf(name)}\n{account?.Id}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    private static string? Short(string? text) => text?[..Math.Min(text.Length, MaxLength)];
}
