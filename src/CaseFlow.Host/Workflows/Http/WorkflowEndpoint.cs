using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Workflows.Http;

/// <summary>
/// <c>/workflows/{path}</c>: requests that workflows answer. One starts an instance, or goes on with one that waits for it
/// (<c>?workflowInstanceId=</c> and <c>?correlationId=</c> choose), and gets what that writes before it waits for something else.
/// </summary>
internal sealed class WorkflowEndpoint(
    WorkflowTriggers triggers,
    WorkflowWaits waits,
    RequestReader reader,
    HeldRequests held,
    IGrainFactory grains,
    IOptions<WorkflowOptions> options,
    TimeProvider time
)
{
    public async Task<IResult> Answer(HttpContext context, string path)
    {
        path = path.Trim('/');
        var targets = await Find(context, path);
        if (targets is not [var target])
        {
            return targets is [] ? ApiProblem.NotFound("There is nothing here.") : Ambiguous(targets);
        }

        if (await Refuse(context, target.Details) is { } refusal)
        {
            return refusal;
        }

        var (request, problem) = await reader.Read(context, target.Details, target.Route);
        if (problem is not null)
        {
            return problem;
        }

        var instance = target.Wait?.Instance ?? WorkflowIds.New(time);
        var verdict = held.Hold(instance);
        try
        {
            return await Run(target, instance, request!, context) is { } failed
                ? failed
                : await Wait(verdict, instance, target.Details, context);
        }
        finally
        {
            held.Release(instance);
        }
    }

    private async Task<List<Target>> Find(HttpContext context, string path)
    {
        var (correlation, instance) = (Query(context, "correlationId"), Query(context, "workflowInstanceId"));
        var targets = new List<Target>();
        if (instance is null)
        {
            foreach (var (workflow, trigger) in triggers.ForRequests)
            {
                var details = new EndpointDetails(trigger.Details);
                if (EndpointPath.Match(trigger.Name ?? "", path) is { } route && Takes(details, context))
                {
                    targets.Add(new(details, route, workflow, trigger, null));
                }
            }
        }

        var cancellation = context.RequestAborted;
        List<string> written = [path, .. await waits.PathsWithPlaces(cancellation)];
        var fitting = written.Where(one => EndpointPath.Match(one, path) is not null).Distinct(StringComparer.Ordinal);
        foreach (var wait in await waits.ForRequest(fitting, correlation, instance, cancellation))
        {
            var details = new EndpointDetails((IReadOnlyDictionary<string, object?>)ValueJson.Read(wait.Details)!);
            if (EndpointPath.Match(wait.Name!, path) is { } route && Takes(details, context))
            {
                targets.Add(new(details, route, null, null, wait));
            }
        }

        return targets;
    }

    private async Task<ApiProblem?> Run(Target target, string instance, ValueMap request, HttpContext context)
    {
        var grain = grains.Workflow(instance);
        var turn = target.Wait is { } wait
            ? await grain.Resume(new(new WorkflowResume(wait.Id) { Answer = request }))
            : await grain.Start(
                new(
                    new WorkflowStart(target.Workflow!.Definition.DefinitionId)
                    {
                        CorrelationId = Query(context, "correlationId"),
                        Trigger = target.Trigger!.ActivityId,
                        Answer = request,
                    }
                )
            );
        return turn.Value.Kind switch
        {
            WorkflowTurnKind.Done => null,
            WorkflowTurnKind.NotBesideOthers => new ApiProblem(409, "workflow-runs-already", turn.Value.Why!),
            _ => ApiProblem.NotFound("There is nothing here any more."),
        };
    }

    private async Task<IResult> Wait(
        Task<HttpVerdict> verdict,
        string instance,
        EndpointDetails endpoint,
        HttpContext context
    )
    {
        var within =
            endpoint.Timeout is { } asked && asked < options.Value.AnswerWithin ? asked : options.Value.AnswerWithin;
        try
        {
            return await verdict.WaitAsync(within, time, context.RequestAborted) switch
            {
                HttpVerdict.Written(var answer) => new WrittenAnswer(answer),
                HttpVerdict.Ended => TypedResults.Ok(),
                HttpVerdict.Faulted => new ApiProblem(
                    500,
                    "workflow-faulted",
                    $"The workflow could not answer. Instance {instance} says why."
                ),
                _ => RunsOn(instance),
            };
        }
        catch (TimeoutException)
        {
            return RunsOn(instance);
        }
    }

    private static Accepted<Running> RunsOn(string instance) =>
        TypedResults.Accepted($"/api/workflows/instances/{instance}", new Running(instance));

    private static async Task<IResult?> Refuse(HttpContext context, EndpointDetails endpoint)
    {
        if (!endpoint.Authorize)
        {
            return null;
        }

        var asked = await context.AuthenticateAsync();
        if (!asked.Succeeded)
        {
            return new ApiProblem(401, "not-signed-in", "Say who asks.");
        }

        context.User = asked.Principal;
        var allowed = (endpoint.Policy ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Aggregate(Role.None, (roles, name) => roles | (RoleNames.Find(name) ?? Role.None));
        return string.IsNullOrWhiteSpace(endpoint.Policy) || (context.Actor().Roles & allowed) != Role.None
            ? null
            : ApiProblem.Of(new Refusal.RoleNotAllowed("call this workflow", RoleNames.Of(allowed)));
    }

    private static ApiProblem Ambiguous(List<Target> targets) =>
        new(
            409,
            "several-workflows",
            $"{targets.Count} workflows or instances take this request. Choose one by ?correlationId= or ?workflowInstanceId=."
        )
        {
            Allowed = [.. targets.Select(one => one.Wait?.Instance ?? one.Workflow!.Definition.DefinitionId).Take(20)],
        };

    private static bool Takes(EndpointDetails endpoint, HttpContext context) =>
        endpoint.Methods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase);

    private static string? Query(HttpContext context, string name) =>
        context.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>There is no answer yet.</summary>
    private sealed record Running(string Instance);

    private sealed record Target(
        EndpointDetails Details,
        RouteValueDictionary Route,
        PublishedWorkflow? Workflow,
        WorkflowTrigger? Trigger,
        WorkflowBookmarkRow? Wait
    );
}

/// <summary>What a workflow wrote as its answer.</summary>
internal sealed record WrittenAnswer(WorkflowEffect.WriteHttp Answer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Answer.StatusCode;
        var (type, bytes) = Answer.Content switch
        {
            null => (null, []),
            string text => ("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text)),
            byte[] content => ("application/octet-stream", content),
            var value => ("application/json", Encoding.UTF8.GetBytes(ValueJson.Write(value))),
        };
        foreach (var (name, value) in Answer.Headers)
        {
            if (IsHeader(name))
            {
                response.Headers[name] = value is null ? "" : Plain(ValueText.Of(value));
            }
        }

        response.ContentType = Answer.ContentType is { Length: > 0 } said ? Plain(said) : type;
        if (Answer.FileName is { } file)
        {
            response.Headers.ContentDisposition = new System.Net.Mime.ContentDisposition
            {
                FileName = Plain(file),
            }.ToString();
        }

        if (Answer.StatusCode is not (204 or 304 or < 200) && bytes is not [])
        {
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }

    // Those of the connection are not a workflow's business.
    private static bool IsHeader(string name) =>
        name is not []
        && name.All(one => char.IsAsciiLetterOrDigit(one) || one == '-')
        && name.ToUpperInvariant() is not ("CONTENT-LENGTH" or "TRANSFER-ENCODING" or "CONNECTION");

    private static string Plain(string text) => new([.. text.Where(one => one is >= ' ' and < (char)127)]);
}
