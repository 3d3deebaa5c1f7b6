using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace CaseFlow.Host.Mail.Api;

/// <summary><c>POST /api/mailboxes/{name}/messages</c>: keeps an e-mail, and answers when it is durable. What it means is found out later.</summary>
internal static class PostMail
{
    private const string Media = "message/rfc822";

    public static void Map(IEndpointRouteBuilder mailboxes) =>
        mailboxes
            .MapPost("/{name}/messages", Handle)
            .Needs(Rights.PostMail)
            .WithName(nameof(PostMail))
            .WithSummary("Hand over an e-mail as it came; the same one twice counts once")
            // Said here and not by Accepts, which would turn others away before anybody asks who they are.
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                        {
                            [Media] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                        },
                    };
                    return Task.CompletedTask;
                }
            )
            .Produces<KeptMail>(StatusCodes.Status202Accepted)
            .ProducesProblems(401, 403, 404, 413, 415, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        string name,
        MailboxCatalog catalog,
        MailIntake intake,
        IOptions<MailboxOptions> options
    )
    {
        if (catalog.Find(name) is not { } mailbox)
        {
            return ApiProblem.NotFound($"There is no mailbox '{name}'.");
        }

        var media = (context.Request.ContentType ?? "").Split(';')[0].Trim();
        if (!media.Equals(Media, StringComparison.OrdinalIgnoreCase))
        {
            return new ApiProblem(
                StatusCodes.Status415UnsupportedMediaType,
                "media-type",
                $"The body must be {Media}: the e-mail as it came, with its headers."
            );
        }

        var most = options.Value.MaxBytes;
        if (await Read(context, most) is not { } content)
        {
            return new ApiProblem(
                StatusCodes.Status413PayloadTooLarge,
                "body-too-large",
                $"The e-mail is larger than {most} bytes."
            );
        }

        if (content.Length == 0)
        {
            return new ApiProblem(StatusCodes.Status422UnprocessableEntity, "body-not-readable", "The body is empty.");
        }

        var id = await intake.Keep(mailbox, content, content.Length, context.RequestAborted);
        return TypedResults.Accepted($"/api/mailboxes/messages/{id}", new KeptMail(id));
    }

    private static async Task<byte[]?> Read(HttpContext context, int most)
    {
        if (context.Request.ContentLength > most)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[65_536];
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
