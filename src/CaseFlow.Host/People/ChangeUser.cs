using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Queues;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary><c>PUT /api/users/{key}</c>: all of it but the key and the presence.</summary>
internal static class ChangeUser
{
    /// <param name="Skills">What he can do; nothing where it is left out.</param>
    /// <param name="Capacity">How many cases he is given at most; no limit of his own where it is left out.</param>
    /// <param name="Active">False deactivates him: he is given nothing more, and what he has stays his.</param>
    public sealed record Request(
        string? Name = null,
        string? Email = null,
        ImmutableArray<string>? Skills = null,
        int? Capacity = null,
        bool Active = true
    );

    public static void Map(IEndpointRouteBuilder users) =>
        users
            .MapPut("/{key}", Handle)
            .Needs(Rights.ChangePeople)
            .WithName(nameof(ChangeUser))
            .WithSummary("Change a user, or deactivate him")
            .Accepts<Request>("application/json")
            .Produces<UserView>()
            .ProducesProblems(400, 401, 403, 404, 409, 413);

    private static async Task<IResult> Handle(
        HttpContext context,
        string key,
        IDbContextFactory<CaseFlowDb> databases,
        QueueOffers offers,
        TimeProvider time
    )
    {
        var (request, _, problem) = await JsonBody.Read(context, PeopleRequests.Default.ChangeUser);
        if (problem is { } refused)
        {
            return refused;
        }

        ImmutableArray<FieldError> errors =
        [
            .. PeopleRules.CheckName("name", request!.Name),
            .. PeopleRules.CheckWork(request.Email, request.Skills, request.Capacity),
        ];
        if (!errors.IsEmpty)
        {
            return ApiProblem.Of(new Refusal.FieldsInvalid(errors));
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await db.Users.FindAsync([key], context.RequestAborted) is not { } row)
        {
            return ReadUsers.NoSuchUser(key);
        }

        // Whoever puts an admin out of his place is one himself.
        if (row.IsActive != request.Active && row.Roles.HasFlag(Role.Admin))
        {
            if (context.Actor().WhyNot(Rights.GiveRights) is { } refusal)
            {
                return ApiProblem.Of(refusal);
            }

            if (!request.Active && await LastAdministrator.IsLast(db, key, context.RequestAborted))
            {
                return LastAdministrator.Stays(key);
            }
        }

        var change = (row.IsActive, request.Active) switch
        {
            (true, false) => "deactivated",
            (false, true) => "activated",
            _ => null,
        };
        row.Name = request.Name!.Trim();
        row.SearchName = CustomerSearch.NameOf(request.Name);
        row.Email = request.Email;
        row.Skills = request.Skills ?? [];
        row.Capacity = request.Capacity;
        row.IsActive = request.Active;
        db.Audit.Add(context.Audited(AuditActions.UserChanged, time, Audit.User(key), change));
        await db.SaveChangesAsync(context.RequestAborted);
        offers.LookSoon();
        return TypedResults.Ok(UserView.Of(row));
    }
}
