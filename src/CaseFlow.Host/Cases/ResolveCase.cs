using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/{id}/resolve</c></summary>
internal static class ResolveCase
{
    /// <param name="Status">A resolved status; the first that can be reached where it is left out.</param>
    /// <param name="Resolution">How it was resolved, in words.</param>
    /// <param name="BillableMinutes">What the customer is charged with; without it, the minutes of all activities.</param>
    /// <param name="CancelOpenActivities">Confirms that what is still to be done is cancelled.</param>
    /// <param name="BillableReason">Why more is billed than was worked, where the process lets it.</param>
    /// <param name="Fields">Saved with it, or not at all.</param>
    public sealed record Request(
        string? Status = null,
        string? Resolution = null,
        int? BillableMinutes = null,
        ImmutableSortedDictionary<string, JsonElement>? Fields = null,
        bool CancelOpenActivities = false,
        string? BillableReason = null
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/resolve", Handle)
            .Needs(Rights.To("resolve"))
            .WithName(nameof(ResolveCase))
            .WithSummary("End it as resolved")
            .AsCaseCommand<Request>();

    private static Task<IResult> Handle(HttpContext context, string id, CaseDoor door) =>
        door.Ask(context, id, CaseRequests.Default.ResolveCase, Read);

    public static (CaseCommand? Command, ApiProblem? Problem) Read(Request request, Actor by, DateTimeOffset at) =>
        FieldBodies.Read(request.Fields) is var (fields, error) && error is null
            ? (
                new CaseCommand.Resolve(
                    request.Status,
                    request.Resolution,
                    request.BillableMinutes,
                    fields,
                    request.CancelOpenActivities,
                    request.BillableReason
                )
                {
                    By = by,
                    At = at,
                },
                null
            )
            : (null, ApiProblem.Of(new Refusal.FieldsInvalid([error])));
}
