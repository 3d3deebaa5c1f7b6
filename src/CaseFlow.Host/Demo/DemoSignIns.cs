using CaseFlow.Engine.Cases;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Demo;

/// <summary>Who can be tried out in the demo.</summary>
internal static class DemoSignIns
{
    /// <summary>Those who still have the password that everybody knows; none where there is no demo.</summary>
    public static async Task<ImmutableArray<DemoPerson>> Read(
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var known = await (
            from account in db.Accounts.AsNoTracking()
            join user in db.Users on account.User equals user.Key
            where account.IsDemo && user.IsActive
            select new
            {
                user.Key,
                user.Name,
                user.Roles,
            }
        ).ToListAsync(cancellation);
        return
        [
            .. DemoPeople.SignIns.SelectMany(one =>
                known
                    .Where(person => person.Key == one.Key)
                    .Select(person => new DemoPerson(person.Key, person.Name, person.Roles))
            ),
        ];
    }
}

/// <summary>Somebody of the demo.</summary>
public sealed record DemoPerson(string Key, string Name, Role Roles);
