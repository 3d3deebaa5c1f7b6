using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary><c>POST /api/subscriptions/{id}/secrets</c>: from now on requests are signed with this one as well.</summary>
internal static class AddSecret
{
    private const int Most = 5;

    /// <param name="Secret">One is made where it is left out.</param>
    public sealed record Request(string? Secret = null);

    public static void Map(IEndpointRouteBuilder subscriptions) =>
        subscriptions
            .MapPost("/{id:guid}/secrets", Handle)
            .Needs(Rights.ManageSubscriptions)
            .WithName(nameof(AddSecret))
            .WithSummary("Add a secret; requests are signed with each, until the old one is removed")
            .Accepts<Request>("application/json")
            .Produces<SubscriptionShape>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 404, 413, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        Guid id,
        SubscriptionSecrets secrets,
        KeptAnswers answers,
        TimeProvider time
    )
    {
        var (asked, bytes, malformed) = await JsonBody.Read(context, SubscriptionRequests.Default.AddSecret);
        if ((malformed ?? Check(context, asked!)) is { } no)
        {
            return no;
        }

        return await answers.Once(context, bytes, db => Add(db, id, asked!, secrets, context, time));
    }

    private static async Task<CaseReply> Add(
        CaseFlowDb db,
        Guid id,
        Request asked,
        SubscriptionSecrets secrets,
        HttpContext context,
        TimeProvider time
    )
    {
        var now = time.GetUtcNow();
        if (await db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) is not { } subscription)
        {
            return CaseReply.Of(SubscriptionRules.NoSuchSubscription(id));
        }

        var others = await db.SubscriptionSecrets.AsNoTracking().Where(row => row.SubscriptionId == id).ToListAsync();
        if (others.Count >= Most)
        {
            return CaseReply.Of(Needs.Field("secret", $"A subscription has at most {Most} secrets; remove one first."));
        }

        var secret = asked.Secret ?? WebhookSignature.NewSecret();
        var row = new SubscriptionSecretRow
        {
            Id = Guid.CreateVersion7(now),
            SubscriptionId = id,
            Secret = secrets.Protect(secret),
            CreatedAt = now,
        };
        db.SubscriptionSecrets.Add(row);
        db.Audit.Add(context.Audited(AuditActions.SecretAdded, time, $"subscription:{id}", $"secret {row.Id}"));
        var shown = SubscriptionShape.Of(subscription, [.. others, row], asked.Secret is null ? secret : null);
        return new(
            StatusCodes.Status201Created,
            JsonSerializer.SerializeToUtf8Bytes(shown, SubscriptionRequests.Default.SubscriptionShape),
            null,
            $"/api/subscriptions/{id}"
        );
    }

    private static ApiProblem? Check(HttpContext context, Request asked) =>
        asked.Secret is not { } secret ? CreateSubscription.SecretWithKey(context)
        : WebhookSignature.CheckSecret(secret) is { } wrong ? Needs.Field("secret", wrong)
        : null;
}
