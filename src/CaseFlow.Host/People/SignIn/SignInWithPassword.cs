using CaseFlow.Host.Shell;

namespace CaseFlow.Host.People.SignIn;

/// <summary><c>POST /api/sign-in</c></summary>
internal static class SignInWithPassword
{
    /// <param name="User">The key of the user.</param>
    /// <param name="Remember">Whether the cookie outlives the browser.</param>
    public sealed record Request(string? User = null, string? Password = null, bool Remember = false);

    public static void Map(IEndpointRouteBuilder door) =>
        door.MapPost("/sign-in", Handle)
            .AllowAnonymous()
            .WithMetadata(new CrossSiteGuard.FromHereOnly())
            .WithName("SignIn")
            .WithSummary("Sign in with a password; the answer sets the cookie")
            .Accepts<Request>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 401, 403, 413, 429);

    private static async Task<IResult> Handle(HttpContext context, SignInDesk desk, Limits limits)
    {
        var (request, _, problem) = await JsonBody.Read(context, PeopleRequests.Default.SignIn);
        if (problem is not null)
        {
            return problem;
        }

        if (string.IsNullOrWhiteSpace(request!.User) || string.IsNullOrEmpty(request.Password))
        {
            return Needs.Field(
                string.IsNullOrWhiteSpace(request.User) ? "user" : "password",
                "Say who signs in in 'user', and his password in 'password'."
            );
        }

        if (limits.RefuseSignIn(context, request.User.Trim()) is { } tooMany)
        {
            return tooMany;
        }

        return
            request.Password.Length <= PasswordRule.Longest
            && await desk.Try(context, request.User.Trim(), request.Password, request.Remember)
            ? TypedResults.NoContent()
            : new ApiProblem(StatusCodes.Status401Unauthorized, "sign-in-failed", SignInDesk.Failed);
    }
}
