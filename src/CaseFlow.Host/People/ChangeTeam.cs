using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary><c>PUT /api/teams/{key}</c></summary>
internal static class ChangeTeam
{
    public sealed record Request(string? Title = null);

    public static void Map(IEndpointRouteBuilder teams) =>
        teams
            .MapPut("/{key}", Handle)
            .Needs(Rights.ChangePeople)
            .WithName(nameof(ChangeTeam))
            .WithSummary("Give a team another title")
            .Accepts<Request>("application/json")
            .Produces<TeamView>()
            .ProducesProblems(400, 401, 403, 404, 413);

    private static async Task<IResult> Handle(
        HttpContext context,
        string key,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        var (request, _, problem) = await JsonBody.Read(context, PeopleRequests.Default.ChangeTeam);
        if (problem is { } refused)
        {
            return refused;
        }

        if (PeopleRules.CheckName("title", request!.Title).ToImmutableArray() is [_, ..] errors)
        {
            return ApiProblem.Of(new Refusal.FieldsInvalid(errors));
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await db.Teams.FindAsync([key], context.RequestAborted) is not { } row)
        {
            return ReadTeams.NoSuchTeam(key);
        }

        row.Title = request.Title!.Trim();
        row.SearchTitle = CustomerSearch.NameOf(request.Title);
        db.Audit.Add(context.Audited(AuditActions.TeamChanged, time, Audit.Team(key)));
        await db.SaveChangesAsync(context.RequestAborted);
        return TypedResults.Ok(TeamView.Of(row));
    }
}
