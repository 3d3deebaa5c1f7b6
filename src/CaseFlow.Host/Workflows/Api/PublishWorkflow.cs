using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Workflows.Api;

/// <summary>
/// <c>POST /api/workflows/validate</c> and <c>/publish</c>. The body is the file itself: JSON, or YAML by its content type;
/// or JSON <c>{ "file": "csat.workflow.yaml", "source": "..." }</c>, whose name says which of both it is.
/// </summary>
internal static class PublishWorkflow
{
    /// <param name="File">Its name; one that ends with <c>.yaml</c> holds YAML.</param>
    public sealed record Request(string? File = null, string? Source = null);

    public sealed record Answer(
        string? Workflow,
        bool Valid,
        int? Version,
        string? Hash,
        bool Changed,
        ImmutableArray<ProblemView> Errors,
        ImmutableArray<ProblemView> Warnings
    );

    private const string Nameless = "workflow";

    public static void Map(IEndpointRouteBuilder workflows)
    {
        workflows
            .MapPost("/validate", (Delegate)Validate)
            .Needs(Rights.CheckDefinitions)
            .WithName("ValidateWorkflow")
            .WithSummary("Everything that is wrong with a workflow, and what is odd about it")
            .Describe();
        workflows
            .MapPost("/publish", Publish)
            .Needs(Rights.PublishDefinitions)
            .WithName("PublishWorkflow")
            .WithSummary("Make it the newest version; instances that run keep theirs")
            .Describe();
    }

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint) =>
        endpoint
            .Accepts<Request>("application/json", "application/yaml", "application/x-yaml", "text/yaml", "text/plain")
            .Produces<Answer>()
            .ProducesProblems(400, 401, 403, 413, 422);

    private static async Task<IResult> Validate(HttpContext context, WorkflowCatalog catalog, ProcessCatalog processes)
    {
        var (file, source, problem) = await ReadFile(context);
        return problem is not null
            ? problem
            : WorkflowFiles.Read(source, file, catalog.Types, processes.Processes) switch
            {
                WorkflowReadResult.Ready ready => TypedResults.Ok(
                    new Answer(
                        ready.Definition.DefinitionId,
                        true,
                        null,
                        ready.Definition.VersionId,
                        false,
                        [],
                        ListWorkflows.Views(ready.Warnings)
                    )
                ),
                WorkflowReadResult.Broken broken => TypedResults.Ok(
                    new Answer(
                        null,
                        false,
                        null,
                        null,
                        false,
                        ProblemView.Of(broken.Problems),
                        ListWorkflows.Views(broken.Warnings)
                    )
                ),
                _ => throw new InvalidOperationException(),
            };
    }

    private static async Task<IResult> Publish(
        HttpContext context,
        WorkflowCatalog catalog,
        ProcessCatalog processes,
        WorkflowPublisher publisher
    )
    {
        var (file, source, problem) = await ReadFile(context);
        if (problem is not null)
        {
            return problem;
        }

        var read = WorkflowFiles.Read(source, file, catalog.Types, processes.Processes);
        if (read is not WorkflowReadResult.Ready { Definition: var definition })
        {
            return Refuse(((WorkflowReadResult.Broken)read).Problems);
        }

        var (version, isNew) = await publisher.Publish(
            definition,
            NameOf(definition, file),
            source,
            context.Actor().User,
            context.RequestAborted
        );
        return TypedResults.Ok(
            new Answer(
                definition.DefinitionId,
                true,
                version.Number,
                version.Hash,
                isNew,
                [],
                ListWorkflows.Views(read.Warnings)
            )
        );
    }

    // Sent without a name, it is called by what it is.
    private static string NameOf(WorkflowDefinition definition, string file) =>
        file.StartsWith(Nameless, StringComparison.Ordinal) ? definition.DefinitionId + file[Nameless.Length..] : file;

    private static ApiProblem Refuse(ImmutableArray<Problem> found) =>
        new(
            StatusCodes.Status422UnprocessableEntity,
            "definition-broken",
            found is [var only] ? only.ToString() : $"The workflow has {found.Length} errors; nothing was changed."
        )
        {
            Definition = found,
        };

    private static async Task<(string File, byte[] Source, ApiProblem? Problem)> ReadFile(HttpContext context)
    {
        var (bytes, tooLarge) = await JsonBody.Read(context);
        if (tooLarge is not null)
        {
            return ("", [], tooLarge);
        }

        if (!context.Request.HasJsonContentType())
        {
            return (Nameless + ".workflow.yaml", bytes, null);
        }

        // A workflow itself has a root, and no source.
        var (request, _) = JsonBody.Parse(bytes, WorkflowRequests.Default.PublishWorkflow);
        return request is { Source: { } source }
            ? (
                request.File is { Length: > 0 } file ? file : Nameless + ".workflow.yaml",
                Encoding.UTF8.GetBytes(source),
                null
            )
            : (Nameless + ".workflow.json", bytes, null);
    }
}
