using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Processes;

/// <summary>
/// <c>POST /api/processes/validate</c>, <c>/impact</c> and <c>/publish</c>. The body is the YAML itself, or JSON
/// <c>{ "source": "...", "scenarios": "...", "files": { "holidays.ics": "..." } }</c>: what comes together is checked together.
/// </summary>
internal static class PublishProcess
{
    private const Role MayPublish = Role.Designer | Role.Admin;

    /// <param name="Source">The YAML text of the definition.</param>
    /// <param name="Scenarios">The YAML text of its scenarios, which must pass where they come along.</param>
    /// <param name="Files">The texts of the files of holidays that it names, by name.</param>
    public sealed record Request(
        string? Source = null,
        string? Scenarios = null,
        ImmutableSortedDictionary<string, string>? Files = null
    );

    /// <param name="Impact">What it means for the open cases.</param>
    public sealed record Answer(
        string? Process,
        bool Valid,
        int? Version,
        string? Hash,
        bool Changed,
        ImmutableArray<ProblemView> Errors,
        ProcessImpact? Impact
    );

    public static void Map(IEndpointRouteBuilder processes)
    {
        processes.MapPost("/validate", (Delegate)Validate).WithName("ValidateProcess").Describe();
        processes.MapPost("/impact", Impact).WithName("ProcessImpact").Describe();
        processes.MapPost("/publish", Publish).WithName("PublishProcess").Describe();
    }

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint) =>
        endpoint
            .Accepts<Request>("application/json", "application/yaml", "application/x-yaml", "text/yaml", "text/plain")
            .Produces<Answer>()
            .ProducesProblems(400, 401, 403, 413, 422);

    private static async Task<IResult> Validate(HttpContext context)
    {
        var (draft, problem) = await ReadDraft(context);
        return problem is not null
            ? problem
            : (
                draft!.Check() switch
                {
                    DraftCheck.Ready(var process) => TypedResults.Ok(Valid(process, null)),
                    DraftCheck.Broken(var found) => TypedResults.Ok(Invalid(found)),
                    DraftCheck.ScenariosFailed(var failures) => TypedResults.Ok(Invalid(failures)),
                    _ => throw new InvalidOperationException(),
                }
            );
    }

    private static async Task<IResult> Impact(HttpContext context, ProcessImpactReader impact)
    {
        var (draft, problem) = await ReadDraft(context);
        if (problem is not null)
        {
            return problem;
        }

        return draft!.Check() switch
        {
            DraftCheck.Ready(var process) => TypedResults.Ok(
                Valid(process, await impact.Of(process, context.RequestAborted))
            ),
            var refused => Refuse(refused),
        };
    }

    private static async Task<IResult> Publish(
        HttpContext context,
        ProcessPublisher publisher,
        ProcessImpactReader impact
    )
    {
        var by = context.Actor();
        if ((by.Roles & MayPublish) == Role.None)
        {
            return ApiProblem.Of(new Refusal.RoleNotAllowed("publish", RoleNames.Of(MayPublish)));
        }

        var (draft, problem) = await ReadDraft(context);
        if (problem is not null)
        {
            return problem;
        }

        var check = draft!.Check();
        if (check is not DraftCheck.Ready(var process))
        {
            return Refuse(check);
        }

        // Counted before, because right after it the first cases may have been carried over already.
        var foreseen = await impact.Of(process, context.RequestAborted);
        var (version, isNew) = await publisher.Publish(process, by.User, context.RequestAborted);
        return TypedResults.Ok(Ready(version, isNew, isNew ? foreseen : null));
    }

    private static Answer Valid(CaseProcess process, ProcessImpact? impact) =>
        new(process.Key, true, null, process.Hash, false, [], impact);

    private static Answer Invalid(ImmutableArray<Engine.Processes.Problem> found) =>
        new(null, false, null, null, false, ProblemView.Of(found), null);

    private static Answer Ready(PublishedProcess version, bool changed, ProcessImpact? impact) =>
        new(version.Process.Key, true, version.Number, version.Process.Hash, changed, [], impact);

    private static ApiProblem Refuse(DraftCheck why) =>
        why switch
        {
            DraftCheck.Broken(var found) => Refuse(
                "definition-broken",
                found,
                $"The definition has {found.Length} errors"
            ),
            DraftCheck.ScenariosFailed(var found) => Refuse(
                "scenarios-failed",
                found,
                $"The scenarios have {found.Length} failures"
            ),
            _ => throw new InvalidOperationException(),
        };

    private static ApiProblem Refuse(string code, ImmutableArray<Engine.Processes.Problem> found, string many) =>
        new(
            StatusCodes.Status422UnprocessableEntity,
            code,
            found is [var only] ? only.ToString() : $"{many}; nothing was changed."
        )
        {
            Definition = found,
        };

    private static async Task<(Draft? Draft, ApiProblem? Problem)> ReadDraft(HttpContext context)
    {
        var (bytes, tooLarge) = await JsonBody.Read(context);
        if (tooLarge is not null)
        {
            return (null, tooLarge);
        }

        if (!context.Request.HasJsonContentType())
        {
            return (Draft.Of(Encoding.UTF8.GetString(bytes)), null);
        }

        var (request, malformed) = JsonBody.Parse(bytes, ProcessRequests.Default.Request);
        return malformed is not null ? (null, malformed)
            : request!.Source is { Length: > 0 } source ? (Draft.Of(source, request.Scenarios, request.Files), null)
            : (null, Needs.Field("source", "Give the YAML text of the definition."));
    }
}

/// <summary>How bodies of the process endpoints are read.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PublishProcess.Request))]
internal sealed partial class ProcessRequests : JsonSerializerContext;
