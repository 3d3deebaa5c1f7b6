using System.Security.Claims;
using CaseFlow.Engine.Cases;
using Microsoft.AspNetCore.Authentication;

namespace CaseFlow.Host.People;

/// <summary>Who is asking, and what they may do: the one seam between sign-in and everything behind it.</summary>
internal static class PeopleSetup
{
    private const string RolesClaim = "caseflow-roles";

    public static void AddPeople(this IServiceCollection services)
    {
        services
            .AddAuthentication(CaseFlowHeaders.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, CaseFlowHeaders>(CaseFlowHeaders.SchemeName, null);
        services.AddAuthorization();
    }

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("People");
        CreateUser.Map(users);
        ReadUsers.Map(users);
        ChangeUser.Map(users);
        SetPresence.Map(users);

        var teams = api.MapGroup("/teams").WithTags("People");
        CreateTeam.Map(teams);
        ReadTeams.Map(teams);
        ChangeTeam.Map(teams);
        TeamMembers.Map(teams);
    }

    /// <summary>The principal for an actor; every scheme ends here.</summary>
    public static ClaimsPrincipal PrincipalOf(Actor actor) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.Name, actor.User),
                    new Claim(
                        RolesClaim,
                        ((int)actor.Roles).ToString(System.Globalization.CultureInfo.InvariantCulture)
                    ),
                ],
                "caseflow"
            )
        );

    /// <summary>Who asks; every door behind authorization has one.</summary>
    public static Actor Actor(this HttpContext context) =>
        new(
            context.User.Identity!.Name!,
            (Role)int.Parse(context.User.FindFirstValue(RolesClaim)!, System.Globalization.CultureInfo.InvariantCulture)
        );
}
