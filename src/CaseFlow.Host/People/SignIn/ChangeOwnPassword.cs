using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.People.SignIn;

/// <summary><c>POST /api/me/password</c></summary>
internal static class ChangeOwnPassword
{
    /// <param name="Current">The password as it is.</param>
    /// <param name="New">The password as it shall be.</param>
    public sealed record Request(string? Current = null, string? New = null);

    public static void Map(IEndpointRouteBuilder door) =>
        door.MapPost("/me/password", Handle)
            .Needs(Rights.KnowOneself)
            .WithName(nameof(ChangeOwnPassword))
            .WithSummary("Change my password; wherever else I am signed in, I am so no longer")
            .Accepts<Request>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 401, 409, 413, 429);

    private static async Task<IResult> Handle(HttpContext context, AccountDesk desk, Limits limits)
    {
        var (request, _, malformed) = await JsonBody.Read(context, PeopleRequests.Default.ChangeOwnPassword);
        if (malformed is not null)
        {
            return malformed;
        }

        if (limits.RefuseSignIn(context, context.Actor().User) is { } tooMany)
        {
            return tooMany;
        }

        var (account, problem) = await desk.Change(context, request!.Current, request.New);
        if (problem is not null)
        {
            return problem;
        }

        if (context.User.Identity!.AuthenticationType == Schemes.Cookie)
        {
            await SignInDesk.SignIn(context, account!, isRemembered: false);
        }

        return TypedResults.NoContent();
    }
}
