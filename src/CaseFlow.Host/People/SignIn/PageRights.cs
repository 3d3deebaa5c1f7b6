using System.Security.Claims;
using CaseFlow.Host.Shell.InProcess;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace CaseFlow.Host.People.SignIn;

/// <summary>A page stays open for days: what its person may do is asked anew whenever it asks the API something.</summary>
internal static class PageRights
{
    public static void UsePageRights(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (InProcessApi.Is(context))
                {
                    context.User = await Now(
                        context.User,
                        context.RequestServices.GetRequiredService<KnownUsers>(),
                        context.RequestAborted
                    );
                }

                await next(context);
            }
        );

    /// <summary>The person as he is now; nobody where he may be here no longer.</summary>
    public static async Task<ClaimsPrincipal> Now(
        ClaimsPrincipal person,
        KnownUsers users,
        CancellationToken cancellation
    )
    {
        if (person.Identity is not { IsAuthenticated: true, AuthenticationType: Schemes.Cookie, Name: { } user })
        {
            return person;
        }

        var stamp = person.FindFirstValue(CookieSetup.StampClaim);
        return stamp is not null && await users.SignedIn(user, stamp, cancellation) is var (actor, _)
            ? CookieSetup.PrincipalOf(actor, stamp)
            : new ClaimsPrincipal(new ClaimsIdentity());
    }
}

/// <summary>Ends what a page shows to who signed out elsewhere or was deactivated.</summary>
internal sealed class PagePerson(KnownUsers users, ILoggerFactory logs)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    )
    {
        var before = authenticationState.User;
        var now = await PageRights.Now(before, users, cancellationToken);
        return before.Identity?.IsAuthenticated == now.Identity?.IsAuthenticated;
    }
}
