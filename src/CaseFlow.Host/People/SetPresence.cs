using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Staffing;
using CaseFlow.Host.Queues;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary><c>PUT /api/users/{key}/presence</c>: everybody says it of himself, supervisors and admins of anybody.</summary>
internal static class SetPresence
{
    /// <param name="Presence"><c>available</c>, <c>busy</c>, <c>away</c> or <c>offline</c>.</param>
    public sealed record Request(string? Presence = null);

    public static void Map(IEndpointRouteBuilder users) =>
        users
            .MapPut("/{key}/presence", Handle)
            .Needs(Rights.SayPresence)
            .WithName(nameof(SetPresence))
            .WithSummary("Say whether somebody is there for work")
            .Accepts<Request>("application/json")
            .Produces<UserView>()
            .ProducesProblems(400, 401, 403, 404, 413);

    private static async Task<IResult> Handle(
        HttpContext context,
        string key,
        IDbContextFactory<CaseFlowDb> databases,
        QueueOffers offers,
        TimeProvider time
    )
    {
        var (request, _, problem) = await JsonBody.Read(context, PeopleRequests.Default.SetPresence);
        if (problem is not null)
        {
            return problem;
        }

        if (PresenceNames.Find(request!.Presence) is not { } presence)
        {
            return Needs.Field("presence", $"'presence' is one of {string.Join(", ", PresenceNames.All)}.");
        }

        if (context.Actor() is var actor && actor.User != key && actor.WhyNot(Rights.ChangePeople) is { } refusal)
        {
            return ApiProblem.Of(refusal);
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await db.Users.FindAsync([key], context.RequestAborted) is not { } row)
        {
            return ReadUsers.NoSuchUser(key);
        }

        if (row.Presence != presence)
        {
            row.Presence = presence;
            row.PresenceSince = time.GetUtcNow();
            await db.SaveChangesAsync(context.RequestAborted);
        }

        offers.LookSoon();
        return TypedResults.Ok(UserView.Of(row));
    }
}
