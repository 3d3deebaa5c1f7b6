using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.SignIn;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary><c>POST /api/users/{key}/unlock</c></summary>
internal static class Unlock
{
    public static void Map(IEndpointRouteBuilder users) =>
        users
            .MapPost("/{key}/unlock", Handle)
            .Needs(Rights.GiveRights)
            .WithName(nameof(Unlock))
            .WithSummary("Let somebody sign in again who typed too many wrong passwords")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(401, 403, 404);

    private static async Task<IResult> Handle(
        HttpContext context,
        string key,
        AccountDesk desk,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (!await db.Users.AnyAsync(row => row.Key == key, context.RequestAborted))
        {
            return ReadUsers.NoSuchUser(key);
        }

        await desk.Unlock(context, key);
        return TypedResults.NoContent();
    }
}
