using System.Globalization;
using System.Security.Claims;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.People.SignIn;

namespace CaseFlow.Host.People;

/// <summary>Who is asking, and what they may do: the one seam between sign-in and everything behind it.</summary>
internal static class PeopleSetup
{
    private const string RolesClaim = "caseflow-roles";

    public static void AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSignIn(configuration);
        services.AddAuthorization();
    }

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("People");
        CreateUser.Map(users);
        ReadUsers.Map(users);
        ChangeUser.Map(users);
        SetPresence.Map(users);
        SetRoles.Map(users);
        SetPassword.Map(users);
        ReadAccount.Map(users);
        Unlock.Map(users);

        var teams = api.MapGroup("/teams").WithTags("People");
        CreateTeam.Map(teams);
        ReadTeams.Map(teams);
        ChangeTeam.Map(teams);
        TeamMembers.Map(teams);

        api.MapSignIn();
        ReadAudit.Map(api);
    }

    /// <summary>The principal for an actor; every scheme ends here.</summary>
    /// <param name="scheme">How he said who he is.</param>
    public static ClaimsPrincipal PrincipalOf(Actor actor, string scheme = "caseflow") =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.Name, actor.User),
                    new Claim(RolesClaim, ((int)actor.Roles).ToString(CultureInfo.InvariantCulture)),
                ],
                scheme
            )
        );

    /// <summary>Who asks; every door behind authorization has one.</summary>
    public static Actor Actor(this HttpContext context) => context.User.Actor();

    /// <summary>Whom a principal stands for.</summary>
    public static Actor Actor(this ClaimsPrincipal principal) =>
        new(
            principal.Identity!.Name!,
            (Role)int.Parse(principal.FindFirstValue(RolesClaim)!, CultureInfo.InvariantCulture)
        );
}
