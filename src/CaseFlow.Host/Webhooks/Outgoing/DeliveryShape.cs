using System.Text.Json;
using CaseFlow.Storage;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>A delivery, as the API shows it.</summary>
/// <param name="Position">Where the event stands in the history of its case.</param>
/// <param name="EventId">The <c>webhook-id</c>: the same at every try and every replay.</param>
/// <param name="Status"><c>waiting</c>, <c>delivered</c> or <c>dead</c>.</param>
/// <param name="Replay">Somebody asked for it to be sent again.</param>
/// <param name="NextTryAt">When it is tried again; null where it waits for nothing, or for the one before it.</param>
/// <param name="Error">Why the last try failed.</param>
internal sealed record DeliveryShape(
    long Id,
    Guid SubscriptionId,
    Guid CaseId,
    int Position,
    string EventId,
    string Type,
    string Status,
    bool Replay,
    int Tries,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextTryAt,
    DateTimeOffset? TriedAt,
    int? TookMilliseconds,
    DeliveryRequestShape Request,
    DeliveryResponseShape? Response,
    string? Error
)
{
    public static DeliveryShape Of(DeliveryRow row) =>
        new(
            row.Id,
            row.SubscriptionId,
            row.CaseId,
            row.Position,
            row.EventId,
            row.Type,
            row.Status,
            row.IsReplay,
            row.Tries,
            row.CreatedAt,
            row.NextTryAt,
            row.TriedAt,
            row.TookMilliseconds,
            new(row.RequestHeaders is { } headers ? JsonElement.Parse(headers) : null, JsonElement.Parse(row.Body)),
            row.ResponseStatus is { } status ? new(status, row.ResponseBody) : null,
            row.Error
        );
}

/// <summary>What is sent.</summary>
/// <param name="Headers">Of the last try, secrets masked; null before the first.</param>
internal sealed record DeliveryRequestShape(JsonElement? Headers, JsonElement Body);

/// <summary>What the endpoint answered to the last try.</summary>
/// <param name="Body">Its beginning.</param>
internal sealed record DeliveryResponseShape(int Status, string? Body);
