using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Webhooks;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary><c>ANY /hooks/{path}</c>: keeps what was sent, and answers when it is durable. What it means is found out later.</summary>
internal static class ReceiveHook
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.Map("/hooks/{**path}", Handle).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Handle(
        HttpContext context,
        string? path,
        HookCatalog catalog,
        HookRequest requests,
        InboundDeliveries deliveries,
        HookBell bell,
        TimeProvider time
    )
    {
        if (catalog.FindByPath(path ?? "") is not { Webhook: var webhook })
        {
            return HookAnswers.NothingHere;
        }

        var (body, problem) = await requests.Read(context, webhook);
        if (problem is not null)
        {
            return problem;
        }

        if (
            await HookRequest.TextOf(context.Request, webhook.Body, body) is not { } text
            || RowOf(context.Request, webhook, body, text, time.GetUtcNow()) is not { } row
        )
        {
            return HookAnswers.NotReadable;
        }

        var (id, isNew) = await deliveries.Keep(row, context.RequestAborted);
        if (isNew)
        {
            bell.LookSoon();
        }

        return new CaseReply(StatusCodes.Status202Accepted, Accepted(id), null, null);
    }

    /// <summary>The delivery as it is kept; null where its body cannot be read.</summary>
    /// <param name="text">The body as it is kept.</param>
    private static InboundDeliveryRow? RowOf(
        HttpRequest request,
        Webhook webhook,
        byte[] body,
        string text,
        DateTimeOffset at
    )
    {
        var headers = request.Headers.Select(header =>
            KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value.ToString())
        );
        var query = request.Query.Select(one => KeyValuePair.Create(one.Key, one.Value.ToString()));
        if (HookDelivery.Read(webhook.Body, text, headers, query, at) is not { } delivery)
        {
            return null;
        }

        var id = Guid.CreateVersion7(at);
        return new InboundDeliveryRow
        {
            Id = id,
            Hook = webhook.Name,
            Key = HookPlan.DeliveryKeyOf(webhook, delivery) ?? FingerprintOf(request, body),
            Lane = LaneOf(webhook, delivery, id),
            ReceivedAt = at,
            Method = request.Method,
            Query = MaskedValues.Write(query),
            Headers = MaskedValues.Write(headers),
            Body = text,
            State = InboundDeliveryRow.Waiting,
            DueAt = at,
        };
    }

    // Deliveries about one case wait for each other; where one delivery is about many, all of the webhook's do.
    private static string LaneOf(Webhook webhook, HookDelivery delivery, Guid id) =>
        webhook.ForEach is not null ? $"{webhook.Name}\n"
        : HookPlan.KeyOf(webhook, delivery) is { } key ? $"{webhook.Name}\n{key}"
        : id.ToString();

    private static string FingerprintOf(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.QueryString}\n"));
        hash.AppendData(body);
        return $"sha256:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static byte[] Accepted(Guid id) =>
        JsonBytes.Write(
            id,
            static (json, id) =>
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteEndObject();
            }
        );
}
