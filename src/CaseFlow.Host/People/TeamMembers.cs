using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Queues;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary>
/// <c>PUT</c> and <c>DELETE /api/teams/{key}/members/{user}</c>. Who joins works in every queue of the team from then on,
/// and who leaves no longer does; nothing is copied.
/// </summary>
internal static class TeamMembers
{
    public static void Map(IEndpointRouteBuilder teams)
    {
        teams
            .MapPut("/{key}/members/{user}", Add)
            .Needs(Rights.ChangePeople)
            .WithName("AddTeamMember")
            .WithSummary("Put somebody into a team")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(401, 403, 404);
        teams
            .MapDelete("/{key}/members/{user}", Remove)
            .Needs(Rights.ChangePeople)
            .WithName("RemoveTeamMember")
            .WithSummary("Take somebody out of a team")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(401, 403, 404);
    }

    private static async Task<IResult> Add(
        HttpContext context,
        string key,
        string user,
        IDbContextFactory<CaseFlowDb> databases,
        QueueOffers offers,
        TimeProvider time
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await Unknown(db, key, user, context.RequestAborted) is { } unknown)
        {
            return unknown;
        }

        if (await db.TeamMembers.FindAsync([key, user], context.RequestAborted) is null)
        {
            var member = new TeamMemberRow { Team = key, User = user };
            db.TeamMembers.Add(member);
            db.Audit.Add(context.Audited(AuditActions.MemberAdded, time, Audit.Team(key), Audit.User(user)));
            await SaveOnce(db, member, isIn: true, context.RequestAborted);
            offers.LookSoon();
        }

        return TypedResults.NoContent();
    }

    private static async Task<IResult> Remove(
        HttpContext context,
        string key,
        string user,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await Unknown(db, key, user, context.RequestAborted) is { } unknown)
        {
            return unknown;
        }

        if (await db.TeamMembers.FindAsync([key, user], context.RequestAborted) is { } member)
        {
            db.TeamMembers.Remove(member);
            db.Audit.Add(context.Audited(AuditActions.MemberRemoved, time, Audit.Team(key), Audit.User(user)));
            await SaveOnce(db, member, isIn: false, context.RequestAborted);
        }

        return TypedResults.NoContent();
    }

    private static async Task<ApiProblem?> Unknown(
        CaseFlowDb db,
        string team,
        string user,
        CancellationToken cancellation
    ) =>
        !await db.Teams.AnyAsync(row => row.Key == team, cancellation) ? ReadTeams.NoSuchTeam(team)
        : !await db.Users.AnyAsync(row => row.Key == user, cancellation) ? ReadUsers.NoSuchUser(user)
        : null;

    /// <summary>Where another request does the same at this moment, one of the two finds it done.</summary>
    private static async Task SaveOnce(CaseFlowDb db, TeamMemberRow member, bool isIn, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (
                await db.TeamMembers.AnyAsync(row => row.Team == member.Team && row.User == member.User, cancellation)
                != isIn
            )
            {
                throw;
            }
        }
    }
}
