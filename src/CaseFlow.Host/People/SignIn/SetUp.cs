using CaseFlow.Host.Shell;

namespace CaseFlow.Host.People.SignIn;

/// <summary><c>POST /api/setup</c>: the first administrator; there is nothing here once there is one.</summary>
internal static class SetUp
{
    /// <param name="User">The key of the new user.</param>
    /// <param name="Token">From the host's log; not needed on its machine.</param>
    public sealed record Request(
        string? User = null,
        string? Name = null,
        string? Password = null,
        string? Token = null
    );

    public static void Map(IEndpointRouteBuilder door) =>
        door.MapPost("/setup", Handle)
            .AllowAnonymous()
            .WithMetadata(new CrossSiteGuard.FromHereOnly())
            .WithName(nameof(SetUp))
            .WithSummary("Make the first administrator, while nobody can sign in yet")
            .Accepts<Request>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 403, 404, 413, 429);

    private static async Task<IResult> Handle(
        HttpContext context,
        FirstAdministrator first,
        Accounts accounts,
        Limits limits
    )
    {
        var (request, _, malformed) = await JsonBody.Read(context, PeopleRequests.Default.SetUp);
        if (malformed is not null)
        {
            return malformed;
        }

        if (!await first.IsWanted(context.RequestAborted))
        {
            return FirstAdministrator.Gone;
        }

        if (limits.RefuseSignIn(context, "setup") is { } tooMany)
        {
            return tooMany;
        }

        if (!first.MayMake(context, request!.Token))
        {
            return NotHere;
        }

        var (account, problem) = await first.Make(context, accounts, request.User, request.Name, request.Password);
        if (problem is not null)
        {
            return problem;
        }

        await SignInDesk.SignIn(context, account!, isRemembered: false);
        return TypedResults.NoContent();
    }

    public static ApiProblem NotHere =>
        new(
            StatusCodes.Status403Forbidden,
            "setup-elsewhere",
            "The first administrator is made on the host's own machine, or with the token that its log shows."
        );
}
