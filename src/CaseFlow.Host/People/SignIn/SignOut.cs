using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People.SignIn;

/// <summary><c>POST /api/sign-out</c></summary>
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder door) =>
        door.MapPost("/sign-out", Handle)
            .AllowAnonymous()
            .WithMetadata(new CrossSiteGuard.FromHereOnly())
            .WithName(nameof(SignOut))
            .WithSummary("Sign out: this browser's cookie is taken back")
            .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> Handle(
        HttpContext context,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        await Do(context, databases, time);
        return TypedResults.NoContent();
    }

    public static async Task Do(HttpContext context, IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
    {
        if (context.User.Identity is { IsAuthenticated: true, AuthenticationType: Schemes.Cookie })
        {
            await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
            db.Audit.Add(context.Audited(AuditActions.SignOut, time));
            await db.SaveChangesAsync(context.RequestAborted);
        }

        await context.SignOutAsync(Schemes.Cookie);
    }
}
