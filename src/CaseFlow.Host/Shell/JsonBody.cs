using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CaseFlow.Host.Shell;

/// <summary>Reads request bodies whole, within a limit, and says exactly what is wrong with one that does not fit.</summary>
internal static class JsonBody
{
    /// <summary>No command of a person or a program comes near it; what does is refused before it is read.</summary>
    public const int MaxBytes = 1_000_000;

    /// <summary>The request that the body says, with the bytes that say it; or the problem to answer with.</summary>
    public static async ValueTask<(T? Request, byte[] Bytes, ApiProblem? Problem)> Read<T>(
        HttpContext context,
        JsonTypeInfo<T> type
    )
        where T : class
    {
        var (bytes, tooLarge) = await Read(context);
        if (tooLarge is not null)
        {
            return (null, bytes, tooLarge);
        }

        var (request, malformed) = Parse(bytes, type);
        return (request, bytes, malformed);
    }

    /// <summary>The bytes of the body, or the problem to answer with.</summary>
    public static ValueTask<(byte[] Bytes, ApiProblem? Problem)> Read(HttpContext context) =>
        context.Request.ContentLength switch
        {
            > MaxBytes => new(([], TooLarge)),
            { } length => ReadAll(context, (int)length),
            null => ReadToEnd(context),
        };

    private static async ValueTask<(byte[] Bytes, ApiProblem? Problem)> ReadAll(HttpContext context, int length)
    {
        var bytes = new byte[length];
        await context.Request.Body.ReadExactlyAsync(bytes, context.RequestAborted);
        return (bytes, null);
    }

    private static async ValueTask<(byte[] Bytes, ApiProblem? Problem)> ReadToEnd(HttpContext context)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[4_096];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            if (buffer.Length + read > MaxBytes)
            {
                return ([], TooLarge);
            }

            buffer.Write(chunk, 0, read);
        }

        return (buffer.ToArray(), null);
    }

    /// <summary>The request that the bytes say; an empty body says an empty object.</summary>
    public static (T? Value, ApiProblem? Problem) Parse<T>(byte[] bytes, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            if (bytes.AsSpan().IndexOf("\\u"u8) >= 0 && HoldsUnkeepableText(bytes))
            {
                return (null, ApiProblem.Malformed("A text holds the character U+0000 or half of a surrogate pair."));
            }

            var value = JsonSerializer.Deserialize(bytes.Length == 0 ? "{}"u8 : bytes, type);
            return value is null
                ? (null, ApiProblem.Malformed("The body must be a JSON object, not null."))
                : (value, null);
        }
        catch (JsonException wrong)
        {
            return (null, ApiProblem.Malformed(Describe(wrong)));
        }
    }

    private static ApiProblem TooLarge =>
        new(StatusCodes.Status413PayloadTooLarge, "body-too-large", $"The body is larger than {MaxBytes} bytes.");

    /// <summary>Whether some escape stands for what no text can hold.</summary>
    private static bool HoldsUnkeepableText(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
            {
                continue;
            }

            try
            {
                if (reader.GetString()!.Contains('\0', StringComparison.Ordinal))
                {
                    return true;
                }
            }
            catch (InvalidOperationException)
            {
                return true; // the reader's word for a surrogate without its other half
            }
        }

        return false;
    }

    private static string Describe(JsonException wrong)
    {
        var place = wrong.LineNumber is { } line ? $" (line {line + 1}, byte {wrong.BytePositionInLine + 1})" : "";
        var path = wrong.Path is { Length: > 0 } and not "$" ? $" at {wrong.Path}" : "";

        // The serializer's own texts name .NET types, which tell a caller nothing.
        return wrong.Message switch
        {
            var text when text.Contains("could not be mapped", StringComparison.Ordinal) =>
                $"There is no such property{path}{place}.",
            var text when text.Contains("could not be converted", StringComparison.Ordinal) =>
                $"The value{path} has the wrong type{place}.",
            var text when wrong.Path is null || text.Contains("invalid", StringComparison.OrdinalIgnoreCase) =>
                $"The body is not JSON{place}.",
            _ => $"The body does not fit{path}{place}.",
        };
    }
}
