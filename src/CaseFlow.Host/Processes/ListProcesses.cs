using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Processes;

/// <summary>
/// <c>GET /api/processes</c>, <c>GET /api/processes/{key}</c>, <c>GET /api/processes/{key}/versions</c> and
/// <c>GET /api/processes/{key}/versions/{number}</c>
/// </summary>
internal static class ListProcesses
{
    /// <param name="Errors">What is wrong with the file as it is saved now; the version shown runs on meanwhile.</param>
    /// <param name="Scenarios">How those in the folder went; null where this version has none there.</param>
    public sealed record ProcessView(
        string Key,
        string? Title,
        int? Version,
        string? Hash,
        DateTimeOffset? PublishedAt,
        string? PublishedBy,
        ImmutableArray<ProblemView> Errors,
        ScenariosView? Scenarios
    );

    /// <param name="Failures">What was not as a scenario says, or why none could be read.</param>
    public sealed record ScenariosView(int Passed, int Failed, ImmutableArray<ProblemView> Failures);

    /// <param name="Source">Its text; null in lists.</param>
    /// <param name="Files">The texts of the files of holidays that belong to it, by name; null in lists.</param>
    public sealed record VersionView(
        int Version,
        string Hash,
        DateTimeOffset PublishedAt,
        string PublishedBy,
        string? Source,
        ImmutableSortedDictionary<string, string>? Files
    );

    /// <param name="Files">The texts of the files of holidays that belong to it, by name.</param>
    public sealed record SourceView(
        int Version,
        string Hash,
        DateTimeOffset PublishedAt,
        string PublishedBy,
        string Source,
        ImmutableSortedDictionary<string, string> Files
    );

    /// <param name="Files">The texts of the files of holidays that belong to it, by name.</param>
    /// <param name="Definition">What pages need of it.</param>
    public sealed record DetailView(
        string Key,
        string Title,
        ImmutableSortedDictionary<string, string> Translations,
        int Version,
        string Hash,
        DateTimeOffset PublishedAt,
        string PublishedBy,
        string Source,
        ImmutableSortedDictionary<string, string> Files,
        DefinitionView Definition
    );

    public static void Map(IEndpointRouteBuilder processes)
    {
        processes
            .MapGet("/", List)
            .Needs(Rights.ReadDefinitions)
            .WithName("ListProcesses")
            .Produces<Page<ProcessView>>()
            .ProducesProblems(401);
        processes
            .MapGet("/{key}", Read)
            .Needs(Rights.ReadDefinitions)
            .WithName("ReadProcess")
            .Produces<DetailView>()
            .ProducesProblems(401, 404);
        processes
            .MapGet("/{key}/versions", Versions)
            .Needs(Rights.ReadDefinitions)
            .WithName("ListProcessVersions")
            .Produces<Page<VersionView>>()
            .ProducesProblems(400, 401, 404);
        processes
            .MapGet("/{key}/versions/{number:int}", OneVersion)
            .Needs(Rights.ReadDefinitions)
            .WithName("ReadProcessVersion")
            .Produces<SourceView>()
            .ProducesProblems(401, 404);
    }

    private static async Task<IResult> OneVersion(
        string key,
        int number,
        ProcessVersions versions,
        CancellationToken cancellation
    ) =>
        versions.Live(key) is null ? ProcessVersions.NoSuchProcess(key)
        : await versions.Row(key, number, cancellation) is { } row
            ? TypedResults.Ok(
                new SourceView(row.Number, row.Hash, row.PublishedAt, row.PublishedBy, row.Source, row.Files)
            )
        : ProcessVersions.NoSuchVersion(key, number);

    private static Ok<Page<ProcessView>> List(ProcessCatalog catalog, ProcessFolder folder, FolderScenarios scenarios)
    {
        var problems = folder.Problems;
        var published = catalog.All.Values.Select(one => new ProcessView(
            one.Process.Key,
            one.Process.Parts.Title.Text,
            one.Number,
            one.Process.Hash,
            one.At,
            one.By,
            ProblemView.Of(problems.GetValueOrDefault(FileOf(one.Process.Key), [])),
            ViewOf(scenarios.Of(one.Process))
        ));
        var neverRead = problems
            .Where(file => !catalog.All.ContainsKey(KeyOf(file.Key)))
            .Select(file => new ProcessView(
                KeyOf(file.Key),
                null,
                null,
                null,
                null,
                null,
                ProblemView.Of(file.Value),
                null
            ));
        return TypedResults.Ok(new Page<ProcessView>([.. published, .. neverRead], null));
    }

    private static ScenariosView? ViewOf(FolderScenarios.Outcome? outcome) =>
        outcome is null ? null : new ScenariosView(outcome.Passed, outcome.Failed, ProblemView.Of(outcome.Problems));

    private static IResult Read(string key, ProcessCatalog catalog) =>
        catalog.All.GetValueOrDefault(key) is { } published
            ? TypedResults.Ok(
                new DetailView(
                    key,
                    published.Process.Parts.Title.Text,
                    published.Process.Parts.Title.Translations,
                    published.Number,
                    published.Process.Hash,
                    published.At,
                    published.By,
                    published.Process.Parts.Source,
                    published.Process.Parts.Files,
                    DefinitionView.Of(published.Process)
                )
            )
            : ProcessVersions.NoSuchProcess(key);

    private static async Task<IResult> Versions(
        string key,
        int? limit,
        string? cursor,
        ProcessCatalog catalog,
        IDbContextFactory<CaseFlowDb> databases,
        CancellationToken cancellation
    )
    {
        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        var before = int.MaxValue;
        if (after is not null && !int.TryParse(after, CultureInfo.InvariantCulture, out before))
        {
            return Paging.BadCursor;
        }

        if (catalog.Newest(key) is null)
        {
            return ProcessVersions.NoSuchProcess(key);
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db
            .ProcessVersions.AsNoTracking()
            .Where(row => row.Process == key && row.Number < before)
            .OrderByDescending(row => row.Number)
            .Take(most + 1)
            .Select(row => new VersionView(row.Number, row.Hash, row.PublishedAt, row.PublishedBy, null, null))
            .ToListAsync(cancellation);
        return TypedResults.Ok(Paging.PageOf(rows, most, row => $"{row.Version}"));
    }

    private static string FileOf(string key) => $"{key}.process.yaml";

    private static string KeyOf(string file) => file[..^".process.yaml".Length];
}

/// <summary>Something wrong in a definition, and where; lines and columns count from 1.</summary>
internal sealed record ProblemView(string File, int Line, int Column, string Code, string Message)
{
    public static ImmutableArray<ProblemView> Of(ImmutableArray<Engine.Processes.Problem> problems) =>
        [.. problems.Select(one => new ProblemView(one.File, one.Line, one.Column, one.Code, one.Message))];
}
