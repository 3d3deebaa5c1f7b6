using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
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
            .WithName(nameof(CreateTeam))
            .WithSummary("Add a team")
            .Accepts<Request>("application/json")
            .Produces<TeamView>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 409, 413, 422);

    private static async Task<IResult> Handle(HttpContext context, KeptAnswers kept)
    {
        var (request, bytes, problem) = await JsonBody.Read(context, PeopleRequests.Default.CreateTeam);
        return problem
            ?? PeopleRules.Forbidden(context)
            ?? await kept.Once(context, bytes, db => Create(db, request!, context.RequestAborted));
    }

    private static async Task<CaseReply> Create(CaseFlowDb db, Request request, CancellationToken cancellation)
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

        if (await db.Teams.AnyAsync(row => row.Key == request.Key, cancellation))
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
        var body = JsonSerializer.SerializeToUtf8Bytes(TeamView.Of(row), PeopleRequests.Default.TeamView);
        return new CaseReply(StatusCodes.Status201Created, body, null, $"/api/teams/{Uri.EscapeDataString(row.Key)}");
    }
}
