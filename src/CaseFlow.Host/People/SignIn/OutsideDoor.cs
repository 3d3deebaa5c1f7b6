using CaseFlow.Host.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.People.SignIn;

/// <summary><c>GET /sign-in/outside</c>: off to the OpenID Connect provider, and back to where one was.</summary>
internal static class OutsideDoor
{
    public const string Path = "/sign-in/outside";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, Go).AllowAnonymous().ExcludeFromDescription();

    private static IResult Go(string? returnUrl, IOptions<SignInOptions> options) =>
        options.Value.OpenIdConnect.IsOn
            ? TypedResults.Challenge(
                new AuthenticationProperties { RedirectUri = LocalAddress.Of(returnUrl) },
                [OpenIdConnectSetup.SchemeName]
            )
            : ApiProblem.NotFound("Nobody signs in elsewhere here.");
}
