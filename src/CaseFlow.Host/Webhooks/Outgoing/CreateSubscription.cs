using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Events;
using CaseFlow.Host.People;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary><c>POST /api/subscriptions</c></summary>
internal static class CreateSubscription
{
    public static void Map(IEndpointRouteBuilder subscriptions) =>
        subscriptions
            .MapPost("/", Handle)
            .Needs(Rights.ManageSubscriptions)
            .WithName(nameof(CreateSubscription))
            .WithSummary("Have events posted to an address from now on; the answer shows the secret once")
            .Accepts<SubscriptionRequest>("application/json")
            .Produces<SubscriptionShape>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 413, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        SubscriptionRules rules,
        SubscriptionSecrets secrets,
        OutboxReader outbox,
        KeptAnswers answers,
        TimeProvider time
    )
    {
        var (asked, bytes, malformed) = await JsonBody.Read(context, SubscriptionRequests.Default.SubscriptionRequest);
        if ((malformed ?? CheckNew(context, asked!) ?? rules.Check(asked!)) is { } no)
        {
            return no;
        }

        var since = await outbox.Last(context.RequestAborted);
        return await answers.Once(
            context,
            bytes,
            db =>
            {
                var now = time.GetUtcNow();
                var row = Row(asked!, since, context.Actor().User, now, secrets);
                var secret = asked!.Secret ?? WebhookSignature.NewSecret();
                var kept = new SubscriptionSecretRow
                {
                    Id = Guid.CreateVersion7(now),
                    SubscriptionId = row.Id,
                    Secret = secrets.Protect(secret),
                    CreatedAt = now,
                };
                db.Subscriptions.Add(row);
                db.SubscriptionSecrets.Add(kept);
                db.Audit.Add(context.Audited(AuditActions.SubscriptionMade, time, $"subscription:{row.Id}", row.Name));

                // Who brought the secret knows it.
                var shown = SubscriptionShape.Of(row, [kept], asked.Secret is null ? secret : null);
                return Task.FromResult(
                    new CaseReply(
                        StatusCodes.Status201Created,
                        JsonSerializer.SerializeToUtf8Bytes(shown, SubscriptionRequests.Default.SubscriptionShape),
                        null,
                        $"/api/subscriptions/{row.Id}"
                    )
                );
            }
        );
    }

    private static ApiProblem? CheckNew(HttpContext context, SubscriptionRequest asked) =>
        asked.Url is null ? Needs.Field("url", "Say in 'url' where events are to be posted to.")
        : asked.Secret is null ? SecretWithKey(context)
        : null;

    /// <summary>An answer is kept under its key, and a secret must not be kept in the clear.</summary>
    public static ApiProblem? SecretWithKey(HttpContext context) =>
        context.Request.Headers.ContainsKey("Idempotency-Key")
            ? Needs.Field(
                "secret",
                "With an Idempotency-Key bring the secret yourself: answers are kept under their key, and a secret is shown only once."
            )
            : null;

    private static SubscriptionRow Row(
        SubscriptionRequest asked,
        long since,
        string by,
        DateTimeOffset now,
        SubscriptionSecrets secrets
    )
    {
        var headers = asked.Headers ?? [];
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Name = asked.Name?.Trim() ?? new Uri(asked.Url!).Host,
            Url = asked.Url!,
            Types = EventTypes.Read(asked.Types ?? [EventTypes.Every]).Types!.ToString(),
            Process = string.IsNullOrEmpty(asked.Process) ? null : asked.Process,
            Condition = string.IsNullOrWhiteSpace(asked.Condition) ? null : asked.Condition.Trim(),
            HeaderNames = string.Join(',', headers.Keys),
            Headers = secrets.Protect(headers),
            IsPaused = asked.Status == SubscriptionShape.Paused,
            Since = since,
            CreatedBy = by,
            CreatedAt = now,
            ModifiedAt = now,
        };
    }
}
