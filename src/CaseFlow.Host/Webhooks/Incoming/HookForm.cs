using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>Forms that are sent in parts, as those with files are: kept as other forms are, of files their names.</summary>
internal static class HookForm
{
    public const string Media = "multipart/form-data";

    private const int MostParts = 1_000;

    /// <summary>The fields as they stand in other forms; null where it is no such form.</summary>
    public static async Task<string?> TextOf(string contentType, byte[] body, CancellationToken cancellation)
    {
        if (
            !MediaTypeHeaderValue.TryParse(contentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary
        )
        {
            return null;
        }

        var fields = new List<string>();
        try
        {
            using var bytes = new MemoryStream(body, writable: false);
            var reader = new MultipartReader(boundary.ToString(), bytes);
            while (await reader.ReadNextSectionAsync(cancellation) is { } part)
            {
                if (part.GetContentDispositionHeader() is { } said && fields.Count < MostParts)
                {
                    fields.Add($"{Encoded(said.Name)}={await ValueOf(part, said, cancellation)}");
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }

        return string.Join('&', fields);
    }

    private static async Task<string> ValueOf(
        MultipartSection part,
        ContentDispositionHeaderValue said,
        CancellationToken cancellation
    )
    {
        if (said.FileName.HasValue || said.FileNameStar.HasValue)
        {
            return Encoded(said.FileNameStar.HasValue ? said.FileNameStar : said.FileName);
        }

        using var value = new StreamReader(part.Body, Encoding.UTF8);
        return WebUtility.UrlEncode(await value.ReadToEndAsync(cancellation));
    }

    private static string Encoded(Microsoft.Extensions.Primitives.StringSegment text) =>
        WebUtility.UrlEncode(HeaderUtilities.RemoveQuotes(text).ToString());
}
