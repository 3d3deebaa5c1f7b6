using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Views;

/// <summary><c>POST /api/views</c>, <c>PATCH /api/views/{key}</c>, <c>DELETE /api/views/{key}</c></summary>
internal static class ChangeViews
{
    public static void Map(IEndpointRouteBuilder views)
    {
        views
            .MapPost("/", Save)
            .Needs(Rights.KeepViews)
            .WithName("SaveView")
            .WithSummary("Save a list for myself, or share it")
            .Accepts<ViewRequest>("application/json")
            .Produces<ViewShape>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 413, 422);
        views
            .MapPatch("/{key}", Change)
            .Needs(Rights.KeepViews)
            .WithName("ChangeView")
            .WithSummary("Change a view; what is left out stays")
            .Accepts<ViewRequest>("application/json")
            .Produces<ViewShape>()
            .ProducesProblems(400, 401, 403, 404, 413);
        views
            .MapDelete("/{key}", Remove)
            .Needs(Rights.KeepViews)
            .WithName("RemoveView")
            .WithSummary("Remove a view")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(401, 403, 404);
    }

    private static async Task<IResult> Save(HttpContext context, KeptAnswers answers, TimeProvider time)
    {
        var (request, bytes, problem) = await JsonBody.Read(context, ViewRequests.Default.ViewRequest);
        if ((problem ?? CheckNew(request!)) is { } wrong)
        {
            return wrong;
        }

        return await answers.Once(
            context,
            bytes,
            db =>
            {
                var row = SavedViews.Make(request!, context.Actor().User, time.GetUtcNow());
                db.SavedViews.Add(row);
                var body = JsonSerializer.SerializeToUtf8Bytes(SavedViews.Show(row), JsonSerializerOptions.Web);
                return Task.FromResult(new CaseReply(StatusCodes.Status201Created, body, null, $"/api/views/{row.Id}"));
            }
        );
    }

    private static async Task<IResult> Change(
        HttpContext context,
        string key,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        var (request, _, problem) = await JsonBody.Read(context, ViewRequests.Default.ViewRequest);
        if ((problem ?? request!.Check()) is { } wrong)
        {
            return wrong;
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var (row, refused) = await Mine(db, key, context);
        if (row is null)
        {
            return refused!;
        }

        var changed = SavedViews.Change(row, request!, time.GetUtcNow());
        db.Entry(row).CurrentValues.SetValues(changed);
        await db.SaveChangesAsync(context.RequestAborted);
        return TypedResults.Ok(SavedViews.Show(changed));
    }

    private static async Task<IResult> Remove(HttpContext context, string key, IDbContextFactory<CaseFlowDb> databases)
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var (row, refused) = await Mine(db, key, context);
        if (row is null)
        {
            return refused!;
        }

        db.SavedViews.Remove(row);
        await db.SaveChangesAsync(context.RequestAborted);
        return TypedResults.NoContent();
    }

    /// <summary>The view, where whoever asks may change it.</summary>
    private static async Task<(SavedViewRow? Row, ApiProblem? Problem)> Mine(
        CaseFlowDb db,
        string key,
        HttpContext context
    )
    {
        var by = context.Actor();
        var row = Guid.TryParse(key, out var id)
            ? await SavedViews.For(db, by.User).SingleOrDefaultAsync(view => view.Id == id, context.RequestAborted)
            : null;
        return row is null ? (null, ReadViews.NoSuchView(key))
            : SavedViews.MayChange(row, by) ? (row, null)
            : (
                null,
                new ApiProblem(
                    StatusCodes.Status403Forbidden,
                    "not-the-owner",
                    $"The view is {row.Owner}'s. Save one of your own with the same filter."
                )
            );
    }

    private static ApiProblem? CheckNew(ViewRequest request) =>
        request.Name is null ? Needs.Field("name", "Name the view.") : request.Check();
}
