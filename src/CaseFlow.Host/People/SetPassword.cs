using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.SignIn;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary><c>PUT</c> and <c>DELETE /api/users/{key}/password</c></summary>
internal static class SetPassword
{
    public sealed record Request(string? Password = null);

    public static void Map(IEndpointRouteBuilder users)
    {
        users
            .MapPut("/{key}/password", Put)
            .Needs(Rights.GiveRights)
            .WithName(nameof(SetPassword))
            .WithSummary("Give somebody a password, and unlock him")
            .Accepts<Request>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 401, 403, 404, 413);
        users
            .MapDelete("/{key}/password", Remove)
            .Needs(Rights.GiveRights)
            .WithName("RemovePassword")
            .WithSummary("Let somebody sign in with a password no longer")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(401, 403, 404, 409);
    }

    private static async Task<IResult> Put(
        HttpContext context,
        string key,
        AccountDesk desk,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        var (request, _, malformed) = await JsonBody.Read(context, PeopleRequests.Default.SetPassword);
        if (malformed is not null)
        {
            return malformed;
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        return !await db.Users.AnyAsync(row => row.Key == key, context.RequestAborted)
            ? ReadUsers.NoSuchUser(key)
            : await desk.Set(context, key, request!.Password) ?? (IResult)TypedResults.NoContent();
    }

    private static async Task<IResult> Remove(
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

        if (await LastAdministrator.IsLast(db, key, context.RequestAborted))
        {
            return LastAdministrator.Stays(key);
        }

        await desk.Remove(context, key);
        return TypedResults.NoContent();
    }
}
