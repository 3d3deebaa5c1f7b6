using System.Security.Claims;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace CaseFlow.Host.People.SignIn;

/// <summary>Who asks, from a token that somebody signed whom the settings name.</summary>
internal static class JwtSetup
{
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    public static void AddJwt(this AuthenticationBuilder schemes)
    {
        schemes.AddJwtBearer(Schemes.Jwt);
        schemes
            .Services.AddOptions<JwtBearerOptions>(Schemes.Jwt)
            .Configure<IOptions<SignInOptions>, TimeProvider>(
                (bearer, settings, time) => Configure(bearer, settings.Value.Jwt, time)
            );
    }

    private static void Configure(JwtBearerOptions bearer, JwtOptions jwt, TimeProvider time)
    {
        bearer.MapInboundClaims = false;
        if (jwt.Authority.Length > 0)
        {
            bearer.Authority = jwt.Authority;
            bearer.RequireHttpsMetadata = !new Uri(jwt.Authority).IsLoopback;
        }

        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = jwt.Audience,
            ValidIssuer = jwt.Issuer.Length > 0 ? jwt.Issuer : null,
            NameClaimType = jwt.UserClaim,
            RoleClaimType = jwt.RolesClaim,
            IssuerSigningKeys = [.. jwt.Keys.Select(one => KeyOf(one.Key, one.Value))],

            // Whoever knows a published key must not be able to use it as a shared one.
            ValidAlgorithms = jwt.Keys.Count > 0 ? [.. SharedKeys, .. PublishedKeys] : PublishedKeys,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = (from, until, _, _) => IsNow(from, until, time.GetUtcNow().UtcDateTime),
        };
        bearer.Events = new JwtBearerEvents { OnTokenValidated = Accept, OnChallenge = Refuse };
    }

    private static string[] SharedKeys =>
        [SecurityAlgorithms.HmacSha256, SecurityAlgorithms.HmacSha384, SecurityAlgorithms.HmacSha512];

    private static string[] PublishedKeys =>
        [
            SecurityAlgorithms.RsaSha256,
            SecurityAlgorithms.RsaSha384,
            SecurityAlgorithms.RsaSha512,
            SecurityAlgorithms.RsaSsaPssSha256,
            SecurityAlgorithms.RsaSsaPssSha384,
            SecurityAlgorithms.RsaSsaPssSha512,
            SecurityAlgorithms.EcdsaSha256,
            SecurityAlgorithms.EcdsaSha384,
            SecurityAlgorithms.EcdsaSha512,
        ];

    private static SymmetricSecurityKey KeyOf(string name, string secret) =>
        new(Encoding.UTF8.GetBytes(secret)) { KeyId = name };

    private static bool IsNow(DateTime? from, DateTime? until, DateTime now) =>
        (from is null || from <= now + Leeway) && until > now - Leeway;

    private static async Task Accept(TokenValidatedContext context)
    {
        var jwt = context.HttpContext.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value.Jwt;
        var users = context.HttpContext.RequestServices.GetRequiredService<KnownUsers>();
        if (context.Principal!.FindFirstValue(jwt.UserClaim) is not { Length: > 0 } user || !PeopleRules.IsKey(user))
        {
            context.Fail($"'{jwt.UserClaim}' names no user.");
        }
        else if (await users.IsDeactivated(user, context.HttpContext.RequestAborted))
        {
            context.Fail("The user is deactivated.");
        }
        else
        {
            context.Principal = PeopleSetup.PrincipalOf(new Actor(user, RolesOf(context.Principal!, jwt)), Schemes.Jwt);
        }
    }

    // Roles of other programs may stand beside ours.
    private static Role RolesOf(ClaimsPrincipal token, JwtOptions jwt) =>
        token
            .FindAll(jwt.RolesClaim)
            .SelectMany(claim => claim.Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            .Aggregate(Role.None, (roles, name) => roles | (RoleNames.Find(name) ?? Role.None));

    private static Task Refuse(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        return new ApiProblem(
            StatusCodes.Status401Unauthorized,
            "not-signed-in",
            "The token is none that this host takes: not signed by whom it trusts, for somebody else, past its time, or of a user who is deactivated."
        ).ExecuteAsync(context.HttpContext);
    }
}
