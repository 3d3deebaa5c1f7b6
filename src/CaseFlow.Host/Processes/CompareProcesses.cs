using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Differences;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Processes;

/// <summary>
/// <c>POST /api/processes/diff</c>: what one version says otherwise than another, in words. The body is the YAML of a draft,
/// which is compared with the version that runs; or JSON that says which two are meant.
/// </summary>
internal static class CompareProcesses
{
    /// <param name="Source">The YAML text of the newer one; without it, version <paramref name="To"/>.</param>
    /// <param name="Files">The texts of the files of holidays that it names, by name.</param>
    /// <param name="Process">Which process, where no text says so.</param>
    /// <param name="From">The number of the older one; the version that runs where it is left out.</param>
    /// <param name="To">The number of the newer one, where no text is given.</param>
    /// <param name="Before">The YAML text of the older one, instead of a number.</param>
    /// <param name="Language">Of the titles that are named, such as <c>fr</c>.</param>
    public sealed record Request(
        string? Source = null,
        ImmutableSortedDictionary<string, string>? Files = null,
        string? Process = null,
        int? From = null,
        int? To = null,
        string? Before = null,
        string? Language = null
    );

    /// <param name="From">The number of the older one; null where a text was given.</param>
    /// <param name="To">The number of the newer one; null where a text was given.</param>
    public sealed record Answer(string Process, int? From, int? To, ImmutableArray<DifferenceView> Differences);

    /// <param name="Kind">What kind of difference it is; the text says it in English.</param>
    /// <param name="Names">What the text names, in its order.</param>
    /// <param name="Old">Where it stands in the older text; null where nothing of it does.</param>
    /// <param name="New">Where it stands in the newer text; null where nothing of it does.</param>
    public sealed record DifferenceView(
        string Group,
        string Kind,
        string Text,
        ImmutableArray<string> Names,
        DifferencePlace? Old,
        DifferencePlace? New
    );

    public static void Map(IEndpointRouteBuilder processes) =>
        processes
            .MapPost("/diff", Handle)
            .Needs(Rights.TryDefinitions)
            .WithName("CompareProcesses")
            .WithSummary("What is different, in words")
            .AcceptsDraft<Request>()
            .Produces<Answer>()
            .ProducesProblems(400, 401, 404, 413, 422);

    public static ImmutableArray<DifferenceView> Shown(ImmutableArray<Difference> differences) =>
        [.. differences.Select(one => new DifferenceView(one.Group, one.Kind, one.Text, one.Names, one.Old, one.New))];

    private static async Task<IResult> Handle(HttpContext context, ProcessVersions versions)
    {
        var (request, problem) = await ProcessBodies.Read(
            context,
            ProcessRequests.Default.Compare,
            source => new Request(source)
        );
        if (problem is not null)
        {
            return problem;
        }

        var (newer, to, wrong) = await Newer(request!, versions, context.RequestAborted);
        if (wrong is not null)
        {
            return wrong;
        }

        var (older, from, missing) = await Older(request!, newer!, versions, context.RequestAborted);
        return missing is not null
            ? missing
            : TypedResults.Ok(
                new Answer(
                    newer!.Key,
                    from,
                    to,
                    Shown(ProcessDifferences.Between(older!, newer, request!.Language ?? "en"))
                )
            );
    }

    private static async Task<(CaseProcess? Process, int? Number, ApiProblem? Problem)> Newer(
        Request request,
        ProcessVersions versions,
        CancellationToken cancellation
    )
    {
        if (request.Source is { Length: > 0 })
        {
            return Read(request.Source, request.Files);
        }

        return request is { Process: { } key, To: { } number }
            ? Numbered(await versions.Find(key, number, cancellation), key, number)
            : (null, null, Needs.Field("source", "Give the YAML text of the newer definition, or 'process' and 'to'."));
    }

    private static async Task<(CaseProcess? Process, int? Number, ApiProblem? Problem)> Older(
        Request request,
        CaseProcess newer,
        ProcessVersions versions,
        CancellationToken cancellation
    )
    {
        if (request.Before is { Length: > 0 } before)
        {
            return Read(before, request.Files);
        }

        var key = request.Process ?? newer.Key;
        return request.From is { } number ? Numbered(await versions.Find(key, number, cancellation), key, number)
            : versions.Live(key) is { } live ? (live.Process, live.Number, null)
            : (null, null, ProcessVersions.NoSuchProcess(key));
    }

    private static (CaseProcess? Process, int? Number, ApiProblem? Problem) Read(
        string source,
        ImmutableSortedDictionary<string, string>? files
    ) =>
        Draft.Of(source, null, files).Check() switch
        {
            DraftCheck.Ready(var process) => (process, null, null),
            var refused => (null, null, ProcessBodies.Refuse(refused)),
        };

    private static (CaseProcess? Process, int? Number, ApiProblem? Problem) Numbered(
        PublishedProcess? found,
        string key,
        int number
    ) => found is null ? (null, null, ProcessVersions.NoSuchVersion(key, number)) : (found.Process, found.Number, null);
}
