using System.Net;
using System.Text.Encodings.Web;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.SignIn;
using CaseFlow.Host.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.People;

/// <summary>
/// Who asks, from the headers <c>X-CaseFlow-User</c> and <c>X-CaseFlow-Roles</c>: a program on this machine says so, and
/// nobody else is believed.
/// </summary>
internal sealed class CaseFlowHeaders(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "CaseFlowHeaders";
    public const string UserHeader = "X-CaseFlow-User";
    public const string RolesHeader = "X-CaseFlow-Roles";

    private const int MaxUserLength = 100;
    private const string WhyItem = "why-not-signed-in";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var user = Request.Headers[UserHeader].ToString().Trim();
        if (user.Length == 0)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        if (!Context.IsFromThisMachine())
        {
            return No($"{UserHeader} is only believed from this machine.");
        }

        if (!IsOurName(Request.Host.Host))
        {
            return No($"{UserHeader} is only believed where this machine is called by its own name or address.");
        }

        if (user.Length > MaxUserLength)
        {
            return No($"{UserHeader} has more than {MaxUserLength} characters.");
        }

        var roles = Request.Headers[RolesHeader].ToString();
        var asked = roles.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Array.Find(asked, role => RoleNames.Find(role) is null) is { } unknown)
        {
            return No($"{RolesHeader} names '{unknown}'; the roles are {string.Join(", ", RoleNames.All)}.");
        }

        var known = (asked is [] ? ["agent"] : asked).Aggregate(
            Role.None,
            (all, role) => all | RoleNames.Find(role)!.Value
        );
        return Task.FromResult(
            AuthenticateResult.Success(new(PeopleSetup.PrincipalOf(new Actor(user, known), SchemeName), SchemeName))
        );
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var why = Context.Items[WhyItem] as string ?? $"Say who asks in the header {UserHeader}.";
        return new ApiProblem(StatusCodes.Status401Unauthorized, "not-signed-in", why).ExecuteAsync(Context);
    }

    // A page of somebody else can give his domain the address of this machine, and then send headers. It cannot do so with
    // an address, or with a name that no domain can have.
    private static bool IsOurName(string host) =>
        !host.Contains('.', StringComparison.Ordinal)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.AsSpan().Trim("[]"), out _);

    private Task<AuthenticateResult> No(string why)
    {
        Context.Items[WhyItem] = why;
        return Task.FromResult(AuthenticateResult.Fail(why));
    }
}
