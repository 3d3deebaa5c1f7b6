using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Views;

/// <summary><c>GET /api/views</c>, <c>GET /api/views/{key}</c>, <c>GET /api/views/{key}/cases</c></summary>
internal static class ReadViews
{
    public static void Map(IEndpointRouteBuilder views)
    {
        views
            .MapGet("/", List)
            .Needs(Rights.KeepViews)
            .WithName("ListViews")
            .WithSummary("The views that are built in, mine, and those that others share")
            .Produces<Page<ViewShape>>()
            .ProducesProblems(401);
        views
            .MapGet("/{key}", Read)
            .Needs(Rights.KeepViews)
            .WithName("ReadView")
            .WithSummary("Read one")
            .Produces<ViewShape>()
            .ProducesProblems(401, 404);
        views
            .MapGet("/{key}/cases", Cases)
            .Needs(Rights.ReadCases)
            .WithName("ListViewCases")
            .WithSummary("The cases that a view shows, to me")
            .AsCaseRead()
            .Produces<Page<CaseShape>>();
    }

    public static ApiProblem NoSuchView(string key) => ApiProblem.NotFound($"There is no view '{key}'.");

    private static async Task<IResult> List(
        HttpContext context,
        ProcessCatalog processes,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var saved = await SavedViews
            .For(db, context.Actor().User)
            .AsNoTracking()
            .OrderBy(view => view.Name)
            .ThenBy(view => view.Id)
            .ToListAsync(context.RequestAborted);
        return TypedResults.Ok(
            new Page<ViewShape>([.. BuiltInViews.All(processes), .. saved.Select(SavedViews.Show)], null)
        );
    }

    private static async Task<IResult> Read(HttpContext context, string key, SavedViews views) =>
        await views.Find(key, context.Actor().User, context.RequestAborted) is { } view
            ? TypedResults.Ok(view)
            : NoSuchView(key);

    /// <param name="sort">Another order than the view's own.</param>
    private static async Task<IResult> Cases(
        HttpContext context,
        string key,
        string? sort,
        int? limit,
        string? cursor,
        SavedViews views,
        CaseList list
    )
    {
        var me = context.Actor();
        return await views.Find(key, me.User, context.RequestAborted) is { } view
            ? await list.Answer(view.Filter, sort ?? view.Sort, limit, cursor, me, context.RequestAborted)
            : NoSuchView(key);
    }
}
