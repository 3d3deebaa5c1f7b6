using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People.SignIn;

/// <summary><c>GET /api/me</c></summary>
internal static class ReadMe
{
    /// <summary>Who asks.</summary>
    /// <param name="Name">Null for who is no user here, such as a program with a token.</param>
    /// <param name="Rights">What he may do, by the names of the table of rights.</param>
    /// <param name="By">How he said who he is: <c>Cookies</c>, <c>ApiKey</c>, <c>Bearer</c> or <c>CaseFlowHeaders</c>.</param>
    public sealed record MeView(
        string User,
        string? Name,
        string? Locale,
        ImmutableArray<string> Roles,
        ImmutableArray<string> Teams,
        ImmutableArray<string> Rights,
        string By
    );

    public static void Map(IEndpointRouteBuilder door) =>
        door.MapGet("/me", Handle)
            .Needs(Rights.KnowOneself)
            .WithName(nameof(ReadMe))
            .WithSummary("Who I am, and what I may do")
            .Produces<MeView>()
            .ProducesProblems(401);

    private static async Task<IResult> Handle(HttpContext context, IDbContextFactory<CaseFlowDb> databases)
    {
        var actor = context.Actor();
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var user = await db
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Key == actor.User, context.RequestAborted);
        var teams = await db
            .TeamMembers.Where(row => row.User == actor.User)
            .OrderBy(row => row.Team)
            .Select(row => row.Team)
            .ToListAsync(context.RequestAborted);
        return TypedResults.Ok(
            new MeView(
                actor.User,
                user?.Name,
                user?.Locale,
                RoleNames.Of(actor.Roles),
                [.. teams],
                [.. Rights.All.Where(actor.May).Select(right => right.Name)],
                context.User.Identity!.AuthenticationType!
            )
        );
    }
}
