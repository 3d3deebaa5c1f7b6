using System.Text.Encodings.Web;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.People.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests;

/// <summary>Who looks at the page, by a cookie that only the tests' host believes.</summary>
internal sealed class TestSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Name = "caseflow-test";

    public static void Add(WebApplicationBuilder builder) =>
        builder.Services.AddAuthentication(Name).AddScheme<AuthenticationSchemeOptions, TestSignIn>(Name, null);

    public static Task As(IBrowserContext context, Uri host, string user, string roles) =>
        context.AddCookiesAsync([
            new()
            {
                Name = Name,
                Value = $"{user}:{roles.Replace(',', '.')}",
                Url = host.ToString(),
            },
        ]);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[Name]?.Split(':') is not [var user, var roles])
        {
            return Context.AuthenticateAsync(Schemes.Any);
        }

        var all = roles.Split('.').Aggregate(Role.None, (known, role) => known | RoleNames.Find(role)!.Value);
        return Task.FromResult(AuthenticateResult.Success(new(PeopleSetup.PrincipalOf(new Actor(user, all)), Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Context.ChallengeAsync(CaseFlowHeaders.SchemeName);
}
