using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary><c>PUT /api/users/{key}/roles</c></summary>
internal static class SetRoles
{
    /// <param name="Roles">All that he shall have.</param>
    public sealed record Request(ImmutableArray<string>? Roles = null);

    public static void Map(IEndpointRouteBuilder users) =>
        users
            .MapPut("/{key}/roles", Handle)
            .Needs(Rights.GiveRights)
            .WithName(nameof(SetRoles))
            .WithSummary("Say what somebody may do; it counts from his next request on")
            .Accepts<Request>("application/json")
            .Produces<UserView>()
            .ProducesProblems(400, 401, 403, 404, 409, 413);

    private static async Task<IResult> Handle(
        HttpContext context,
        string key,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        var (request, _, malformed) = await JsonBody.Read(context, PeopleRequests.Default.SetRoles);
        if (malformed is not null)
        {
            return malformed;
        }

        if (PeopleRules.ReadRoles(request!.Roles, out var roles) is { } wrong)
        {
            return ApiProblem.Of(new Refusal.FieldsInvalid([wrong]));
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await db.Users.FindAsync([key], context.RequestAborted) is not { } row)
        {
            return ReadUsers.NoSuchUser(key);
        }

        if (!roles.HasFlag(Role.Admin) && await LastAdministrator.IsLast(db, key, context.RequestAborted))
        {
            return LastAdministrator.Stays(key);
        }

        if (row.Roles != roles)
        {
            var change = $"{PeopleRules.Words(row.Roles)} -> {PeopleRules.Words(roles)}";
            db.Audit.Add(context.Audited(AuditActions.RolesSet, time, Audit.User(key), change));
            row.Roles = roles;
            await db.SaveChangesAsync(context.RequestAborted);
        }

        return TypedResults.Ok(UserView.Of(row));
    }
}
