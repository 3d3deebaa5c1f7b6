using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary>The one who can still give rights by signing in: were he gone, nobody could any more.</summary>
internal static class LastAdministrator
{
    /// <summary>Whether this user is an admin who can sign in, and there is no other one.</summary>
    public static async Task<bool> IsLast(CaseFlowDb db, string user, CancellationToken cancellation)
    {
        var able = await (
            from row in db.Users.AsNoTracking()
            join account in db.Accounts on row.Key equals account.User
            where row.IsActive && (account.PasswordHash != null || account.Issuer != null)
            select new { row.Key, row.Roles }
        ).ToListAsync(cancellation);
        var admins = able.Where(one => one.Roles.HasFlag(Role.Admin)).ToList();
        return admins is [var only] && only.Key == user;
    }

    public static ApiProblem Stays(string user) =>
        new(
            StatusCodes.Status409Conflict,
            "last-admin",
            $"'{user}' is the last admin who can sign in. Make somebody else one first."
        );
}
