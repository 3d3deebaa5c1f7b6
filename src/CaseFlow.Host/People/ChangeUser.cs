using CaseFlow.Engine.Cases;
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
            .WithName(nameof(ChangeUser))
            .WithSummary("Change a user, or deactivate him")
            .Accepts<Request>("application/json")
            .Produces<UserView>()
            .ProducesProblems(400, 401, 403, 404, 413);

    private static async Task<IResult> Handle(
        HttpContext context,
        string key,
        IDbContextFactory<CaseFlowDb> databases,
        QueueOffers offers
    )
    {
        var (request, _, problem) = await JsonBody.Read(context, PeopleRequests.Default.ChangeUser);
        if ((problem ?? PeopleRules.Forbidden(context)) is { } refused)
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

        row.Name = request.Name!.Trim();
        row.SearchName = CustomerSearch.NameOf(request.Name);
        row.Email = request.Email;
        row.Skills = request.Skills ?? [];
        row.Capacity = request.Capacity;
        row.IsActive = request.Active;
        await db.SaveChangesAsync(context.RequestAborted);
        offers.LookSoon();
        return TypedResults.Ok(UserView.Of(row));
    }
}
