using System.Text.Encodings.Web;
using CaseFlow.Host.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.People.SignIn;

/// <summary>Who asks, from <c>Authorization: Bearer cf_…</c>.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    KnownUsers users
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Schemes.BearerOf(Request) is not { } key ? AuthenticateResult.NoResult()
        : ApiKeys.IsKey(key) && await users.OfKey(ApiKeys.HashOf(key), Context.RequestAborted) is { } actor
            ? AuthenticateResult.Success(new(PeopleSetup.PrincipalOf(actor, Scheme.Name), Scheme.Name))
        : AuthenticateResult.Fail("no such key");

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        new ApiProblem(
            StatusCodes.Status401Unauthorized,
            "not-signed-in",
            Schemes.BearerOf(Request) is { } token && !ApiKeys.IsKey(token)
                ? $"This host takes no tokens but API keys, which begin with {ApiKeys.Prefix}."
                : "There is no such API key; it may have been revoked or be past its time."
        ).ExecuteAsync(Context);
}
