using CaseFlow.Storage;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>A subscription, as the API shows it.</summary>
/// <param name="Headers">The names of the headers that go with each request; their values are not shown.</param>
/// <param name="Secrets">What requests are signed with, each with its own signature.</param>
/// <param name="Secret">Shown once, in the answer that makes it.</param>
/// <param name="Problem">Why the condition cannot be asked of some cases any more; they are not told of until it is mended.</param>
/// <param name="Waiting">How many deliveries wait.</param>
/// <param name="Dead">How many are dead letters.</param>
internal sealed record SubscriptionShape(
    Guid Id,
    string Name,
    string Url,
    ImmutableArray<string> Types,
    string? Process,
    string? Condition,
    ImmutableArray<string> Headers,
    string Status,
    ImmutableArray<SubscriptionSecretShape> Secrets,
    string? Secret,
    string? Problem,
    int Waiting,
    int Dead,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt
)
{
    public const string Active = "active";
    public const string Paused = "paused";

    public static SubscriptionShape Of(
        SubscriptionRow row,
        IEnumerable<SubscriptionSecretRow> secrets,
        string? secret = null,
        string? problem = null,
        int waiting = 0,
        int dead = 0
    ) =>
        new(
            row.Id,
            row.Name,
            row.Url,
            [.. row.Types.Split(',')],
            row.Process,
            row.Condition,
            Subscribed.HeaderNames(row),
            row.IsPaused ? Paused : Active,
            [
                .. secrets
                    .OrderBy(one => one.CreatedAt)
                    .ThenBy(one => one.Id)
                    .Select(one => new SubscriptionSecretShape(one.Id, one.CreatedAt)),
            ],
            secret,
            problem,
            waiting,
            dead,
            row.CreatedBy,
            row.CreatedAt,
            row.ModifiedAt
        );
}

/// <summary>A secret, without saying it.</summary>
internal sealed record SubscriptionSecretShape(Guid Id, DateTimeOffset CreatedAt);
