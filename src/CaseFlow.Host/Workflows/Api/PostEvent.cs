using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Host.Workflows.Events;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Workflows.Api;

/// <summary><c>POST /api/events</c></summary>
internal static class PostEvent
{
    private const int MaxNameLength = 200;

    /// <param name="Name">By which workflows start or wait, to the letter.</param>
    /// <param name="CorrelationId">Only instances about this hear of it; one that it starts is about it.</param>
    /// <param name="InstanceId">Only this instance hears of it.</param>
    public sealed record Request(
        string? Name = null,
        JsonElement? Payload = null,
        string? CorrelationId = null,
        string? InstanceId = null
    );

    /// <param name="Id">The event's; an instance that it alone starts has the same.</param>
    public sealed record Answer(string Id);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/events", Handle)
            .WithTags("Events")
            .Needs(Rights.PostEvents)
            .WithName(nameof(PostEvent))
            .WithSummary("Tell the workflows that something has happened; the answer comes when that is kept for sure")
            .Accepts<Request>("application/json")
            .Produces<Answer>(StatusCodes.Status202Accepted)
            .ProducesProblems(400, 401, 413);

    private static async Task<IResult> Handle(HttpContext context, EventDelivery events, TimeProvider time)
    {
        var (request, _, problem) = await JsonBody.Read(context, WorkflowRequests.Default.PostEvent);
        if (problem is not null)
        {
            return problem;
        }

        if (request!.Name is not { Length: > 0 and <= MaxNameLength } name)
        {
            return Needs.Field("name", $"Name the event, in {MaxNameLength} characters at most.");
        }

        var id = WorkflowIds.ForKey(context, context.Actor().User, time);
        var payload = request.Payload is { } given ? ValueJson.Read(given) : null;
        await events.Receive(id, name, request.CorrelationId, request.InstanceId, payload);
        return TypedResults.Accepted((string?)null, new Answer(id));
    }
}
