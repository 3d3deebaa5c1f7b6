using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary><c>POST /api/teams</c></summary>
internal static class CreateTeam
{
    /// <param name="Key">What definitions name, as <c>team:support</c>.</param>
    public sealed record Request(string? Key = null, string? Title = null);

    public static void Map(IEndpointRouteBuilder teams) =>
        teams
            .MapPost("/", Handle)
            .Needs(Rights.ChangePeople)
            .WithName(nameof(CreateTeam))
            .WithSummary("Add a team")
            .Accepts<Request>("application/json")
            .Produces<TeamView>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 409, 413, 422);

    private static async Task<IResult> Handle(HttpContext context, KeptAnswers kept, TimeProvider time)
    {
        var (request, bytes, problem) = await JsonBody.Read(context, PeopleRequests.Default.CreateTeam);
        return problem ?? await kept.Once(context, bytes, db => Create(db, request!, context, time));
    }

    private static async Task<CaseReply> Create(CaseFlowDb db, Request request, HttpContext context, TimeProvider time)
    {
        ImmutableArray<FieldError> errors =
        [
            .. PeopleRules.CheckKey(request.Key),
            .. PeopleRules.CheckName("title", request.Title),
        ];
        if (!errors.IsEmpty)
        {
            return CaseReply.Of(ApiProblem.Of(new Refusal.FieldsInvalid(errors)));
        }

        if (await db.Teams.AnyAsync(row => row.Key == request.Key, context.RequestAborted))
        {
            return CaseReply.Of(
                new ApiProblem(
                    StatusCodes.Status409Conflict,
                    "team-exists",
                    $"There is a team '{request.Key}' already. Change it with PUT, or choose another key."
                )
            );
        }

        var row = new TeamRow
        {
            Key = request.Key!,
            Title = request.Title!.Trim(),
            SearchTitle = CustomerSearch.NameOf(request.Title),
        };
        db.Teams.Add(row);
        db.Audit.Add(context.Audited(AuditActions.TeamAdded, time, Audit.Team(row.Key)));
        var body = JsonSerializer.SerializeToUtf8Bytes(TeamView.Of(row), PeopleRequests.Default.TeamView);
        return new CaseReply(StatusCodes.Status201Created, body, null, $"/api/teams/{Uri.EscapeDataString(row.Key)}");
    }
}
