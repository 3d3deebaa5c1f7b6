using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/{id}/status</c></summary>
internal static class MoveStatus
{
    /// <param name="Fields">Saved with the move, or not at all.</param>
    public sealed record Request(string? To = null, ImmutableSortedDictionary<string, JsonElement>? Fields = null);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/status", Handle)
            .Needs(Rights.To("status"))
            .WithName(nameof(MoveStatus))
            .WithSummary("Move to another status of the same state")
            .AsCaseCommand<Request>();

    private static Task<IResult> Handle(HttpContext context, string id, CaseDoor door) =>
        door.Ask(context, id, CaseRequests.Default.MoveStatus, Read);

    public static (CaseCommand? Command, ApiProblem? Problem) Read(Request request, Actor by, DateTimeOffset at) =>
        request.To is not { Length: > 0 } to ? (null, Needs.Field("to", "Name the status to move to."))
        : FieldBodies.Read(request.Fields) is var (fields, error) && error is null
            ? (new CaseCommand.MoveStatus(to, fields) { By = by, At = at }, null)
        : (null, ApiProblem.Of(new Refusal.FieldsInvalid([error])));
}
