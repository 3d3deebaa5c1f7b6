using CaseFlow.Engine.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People.SignIn;

/// <summary><c>POST /api/keys</c></summary>
internal static class CreateKey
{
    private const int MostKeys = 100;

    /// <param name="Name">What the key is for.</param>
    /// <param name="Roles">What it may do: some of the roles of its user, and all of them where it is left out.</param>
    /// <param name="ExpiresAt">From when on it counts no longer; without it, it counts until it is revoked.</param>
    /// <param name="User">Whose it is, for admins; one's own where it is left out.</param>
    public sealed record Request(
        string? Name = null,
        ImmutableArray<string>? Roles = null,
        DateTimeOffset? ExpiresAt = null,
        string? User = null
    );

    public static void Map(IEndpointRouteBuilder keys) =>
        keys.MapPost("/", Handle)
            .Needs(Rights.KeepKeys)
            .WithName(nameof(CreateKey))
            .WithSummary("Make an API key; the answer shows it once")
            .Accepts<Request>("application/json")
            .Produces<KeyView>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 409, 413);

    private static async Task<IResult> Handle(
        HttpContext context,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        var (request, _, malformed) = await JsonBody.Read(context, PeopleRequests.Default.CreateKey);
        if (malformed is not null)
        {
            return malformed;
        }

        var (made, problem) = await Make(context, request!, databases, time);
        return problem ?? (IResult)TypedResults.Created($"/api/keys/{made!.Id}", made);
    }

    /// <summary>The key as it was made, or why it was not.</summary>
    public static async Task<(KeyView? Made, ApiProblem? Problem)> Make(
        HttpContext context,
        Request request,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        var (by, now) = (context.Actor(), time.GetUtcNow());
        var owner = request.User ?? by.User;
        if (owner != by.User && by.WhyNot(Rights.GiveRights) is { } refusal)
        {
            return (null, ApiProblem.Of(refusal));
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await db.Users.FindAsync([owner], context.RequestAborted) is not { IsActive: true } user)
        {
            return (null, NoSuchOwner(owner));
        }

        // Who is himself here by a key, or by headers, hands on no more than he has at this moment.
        var most = owner == by.User ? user.Roles & by.Roles : user.Roles;
        var roles = most;
        var wrong = request.Roles is null ? null : PeopleRules.ReadRoles(request.Roles, out roles);
        ImmutableArray<FieldError> errors =
        [
            .. PeopleRules.CheckName("name", request.Name),
            .. wrong is null ? CheckRoles(roles, most) : [wrong],
            .. CheckTime(request.ExpiresAt, now),
        ];
        if (!errors.IsEmpty)
        {
            return (null, ApiProblem.Of(new Refusal.FieldsInvalid(errors)));
        }

        if (
            await db.ApiKeys.CountAsync(row => row.User == owner && row.RevokedAt == null, context.RequestAborted)
            >= MostKeys
        )
        {
            return (null, TooMany(owner));
        }

        var secret = ApiKeys.New();
        var key = new ApiKeyRow
        {
            Id = Guid.CreateVersion7(now),
            Hash = ApiKeys.HashOf(secret),
            User = owner,
            Name = request.Name!.Trim(),
            Roles = roles,
            CreatedAt = now,
            CreatedBy = by.User,
            ExpiresAt = request.ExpiresAt?.ToUniversalTime(),
        };
        db.ApiKeys.Add(key);
        db.Audit.Add(
            context.Audited(
                AuditActions.KeyMade,
                time,
                $"key:{key.Id}",
                $"'{key.Name}' of {owner}: {PeopleRules.Words(roles)}"
            )
        );
        await db.SaveChangesAsync(context.RequestAborted);
        return (KeyView.Of(key) with { Key = secret }, null);
    }

    private static IEnumerable<FieldError> CheckRoles(Role roles, Role most)
    {
        if ((roles & ~most) != Role.None)
        {
            yield return new("roles", $"A key has at most the roles of its user: {PeopleRules.Words(most)}.");
        }
        else if (roles == Role.None)
        {
            yield return new("roles", "A key without a role is of no use.");
        }
    }

    private static IEnumerable<FieldError> CheckTime(DateTimeOffset? until, DateTimeOffset now)
    {
        if (until <= now)
        {
            yield return new("expiresAt", "'expiresAt' is over already.");
        }
    }

    private static ApiProblem NoSuchOwner(string owner) =>
        new(
            StatusCodes.Status409Conflict,
            "no-such-owner",
            $"A key is that of a user, and there is no active user '{owner}'. Add him at /api/users."
        );

    private static ApiProblem TooMany(string owner) =>
        new(StatusCodes.Status409Conflict, "too-many-keys", $"'{owner}' has {MostKeys} keys. Revoke what is not used.");
}
