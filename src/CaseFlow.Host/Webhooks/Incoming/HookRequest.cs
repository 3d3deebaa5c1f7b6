using System.Net;
using System.Text;
using CaseFlow.Engine.Webhooks;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>Reads what a stranger sent, and stops at the first thing that is not as the webhook wants it.</summary>
internal sealed class HookRequest(HookSecrets secrets, TimeProvider time)
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The body, once the delivery has proven who sent it; or the problem to answer with.</summary>
    public async Task<(byte[] Body, ApiProblem? Problem)> Read(HttpContext context, Webhook webhook)
    {
        if (!webhook.Methods.Contains(context.Request.Method, StringComparer.Ordinal))
        {
            context.Response.Headers.Allow = string.Join(", ", webhook.Methods);
            return ([], HookAnswers.WrongMethod);
        }

        if (!MayComeFrom(webhook, context.Connection.RemoteIpAddress))
        {
            return ([], HookAnswers.NotProven);
        }

        var verification = webhook.Verification;
        ImmutableArray<string> values = verification.Secret is { } name ? secrets.Find(name) : [];
        if (verification.Scheme != HookScheme.None && values.IsEmpty)
        {
            return ([], HookAnswers.NotReady);
        }

        if (await ReadBody(context, webhook.MaxBytes) is not { } body)
        {
            return ([], HookAnswers.TooLarge);
        }

        return HookSignature.IsGood(verification, values, context.Request.Headers, body, time.GetUtcNow())
            ? (body, MediaProblem(context.Request, webhook.Body, body))
            : ([], HookAnswers.NotProven);
    }

    /// <summary>The body as a text that can be kept; null where it is none.</summary>
    public static async Task<string?> TextOf(HttpRequest request, HookBody kind, byte[] body) =>
        kind == HookBody.Form && MediaOf(request) == HookForm.Media
            ? await HookForm.TextOf(request.ContentType!, body, request.HttpContext.RequestAborted)
            : TextOf(body);

    private static string? TextOf(byte[] body)
    {
        try
        {
            // No database keeps U+0000, and nobody means anything by it.
            return Strict.GetString(body).TrimStart('\uFEFF').Replace('\0', '\uFFFD');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool MayComeFrom(Webhook webhook, IPAddress? address)
    {
        if (webhook.From.IsEmpty)
        {
            return true;
        }

        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && webhook.From.Any(network => network.Contains(plain));
    }

    private static string MediaOf(HttpRequest request) =>
        (request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    // An empty body has no kind that could be wrong.
    private static ApiProblem? MediaProblem(HttpRequest request, HookBody wanted, byte[] body)
    {
        var media = MediaOf(request);
        return (wanted, body.Length) switch
        {
            (HookBody.Text, _) or (HookBody.Form, 0) => null,
            (HookBody.Json, _) when media == "application/json" || media.EndsWith("+json", StringComparison.Ordinal) =>
                null,
            (HookBody.Form, _) when media is "application/x-www-form-urlencoded" or HookForm.Media => null,
            (HookBody.Form, _) => HookAnswers.WrongMedia($"application/x-www-form-urlencoded or {HookForm.Media}"),
            _ => HookAnswers.WrongMedia("application/json"),
        };
    }

    private static async Task<byte[]?> ReadBody(HttpContext context, int most)
    {
        if (context.Request.ContentLength > most)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[8_192];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            if (buffer.Length + read > most)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
