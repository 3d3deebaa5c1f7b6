using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Mail.Api;

/// <summary>
/// <c>GET /api/mailboxes/{name}/messages</c>, <c>GET /api/mailboxes/messages/{id}</c> and its <c>/source</c>,
/// <c>POST /api/mailboxes/messages/{id}/replay|accept</c>
/// </summary>
internal static class InboundMailList
{
    public static void Map(IEndpointRouteBuilder mailboxes)
    {
        mailboxes
            .MapGet("/{name}/messages", List)
            .Needs(Rights.ReadMail)
            .WithName("ListMail")
            .WithSummary("What came to a mailbox and what came of it, the newest first")
            .Produces<Page<InboundMailShape>>()
            .ProducesProblems(400, 401, 403);
        mailboxes
            .MapGet("/messages/{id:guid}", Read)
            .Needs(Rights.ReadMail)
            .WithName("ReadMail")
            .WithSummary("What came of one e-mail")
            .Produces<InboundMailShape>()
            .ProducesProblems(401, 403, 404);
        mailboxes
            .MapGet("/messages/{id:guid}/source", Source)
            .Needs(Rights.ReadMail)
            .WithName("ReadMailSource")
            .WithSummary("The e-mail as it came")
            .Produces<byte[]>(StatusCodes.Status200OK, "message/rfc822")
            .ProducesProblems(401, 403, 404);
        mailboxes
            .MapPost("/messages/{id:guid}/replay", (HttpContext context, Guid id) => Replay(context, id, false))
            .Needs(Rights.HandleMail)
            .WithName("ReplayMail")
            .WithSummary("Have an e-mail that was not taken worked on again, by the mailbox as it is now")
            .Produces<InboundMailShape>(StatusCodes.Status202Accepted)
            .ProducesProblems(401, 403, 404, 409);
        mailboxes
            .MapPost("/messages/{id:guid}/accept", (HttpContext context, Guid id) => Replay(context, id, true))
            .Needs(Rights.HandleMail)
            .WithName("AcceptMail")
            .WithSummary("Have it taken, whatever the mailbox says of its sender; somebody unknown becomes a contact")
            .Produces<InboundMailShape>(StatusCodes.Status202Accepted)
            .ProducesProblems(401, 403, 404, 409);
    }

    private static ApiProblem NoSuchMail(Guid id) => ApiProblem.NotFound($"There is no e-mail {id}.");

    private static async Task<IResult> List(
        HttpContext context,
        string name,
        string? state,
        int? limit,
        string? cursor,
        HiddenCases hidden,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        if (Paging.Read(limit, cursor, out var most, out var after) is { } problem)
        {
            return problem;
        }

        if (state is not null && !MailOutcomes.States.Contains(state, StringComparer.Ordinal))
        {
            return ApiProblem.Malformed($"'state' is one of {string.Join(", ", MailOutcomes.States)}.");
        }

        var last = long.MaxValue;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out last))
        {
            return Paging.BadCursor;
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var rows = await db
            .InboundMails.AsNoTracking()
            .Where(row => row.Mailbox == name && row.Number < last && (state == null || row.State == state))
            .OrderByDescending(row => row.Number)
            .Take(most + 1)
            .ToListAsync(context.RequestAborted);
        var page = Paging.PageOf(rows, most, row => row.Number.ToString(CultureInfo.InvariantCulture));
        var seen = await hidden.Visible(
            context.Actor(),
            page.Items.Select(InboundMailShape.Of),
            About,
            context.RequestAborted
        );
        return TypedResults.Ok(new Page<InboundMailShape>(seen, page.Next));
    }

    private static async Task<IResult> Read(
        HttpContext context,
        Guid id,
        HiddenCases hidden,
        IDbContextFactory<CaseFlowDb> databases
    ) => await Find(context, id, hidden, databases) is { } mail ? TypedResults.Ok(mail) : NoSuchMail(id);

    private static async Task<IResult> Source(
        HttpContext context,
        Guid id,
        HiddenCases hidden,
        IDbContextFactory<CaseFlowDb> databases,
        InboundMails mails
    ) =>
        await Find(context, id, hidden, databases) is not null
        && await mails.Content(id, context.RequestAborted) is { } content
            ? new DownloadedFile(content, "message/rfc822", $"{id}.eml")
            : NoSuchMail(id);

    private static async Task<IResult> Replay(HttpContext context, Guid id, bool isAccepted)
    {
        var services = context.RequestServices;
        var hidden = services.GetRequiredService<HiddenCases>();
        var databases = services.GetRequiredService<IDbContextFactory<CaseFlowDb>>();
        if (await Find(context, id, hidden, databases) is null)
        {
            return NoSuchMail(id);
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var replayed = await services
            .GetRequiredService<InboundMails>()
            .Replay(id, isAccepted, now, context.RequestAborted);
        if (await Find(context, id, hidden, databases) is not { } mail)
        {
            return NoSuchMail(id);
        }

        if (!replayed)
        {
            return new ApiProblem(
                StatusCodes.Status409Conflict,
                "mail-settled",
                mail.CaseId is null
                    ? "The e-mail has not ended yet; it is worked on by itself."
                    : "The e-mail is part of a case already."
            );
        }

        services.GetRequiredService<MailBell>().LookSoon();
        return TypedResults.Accepted((string?)null, mail);
    }

    private static IEnumerable<string?> About(InboundMailShape mail) => [mail.CaseId?.ToString()];

    private static async Task<InboundMailShape?> Find(
        HttpContext context,
        Guid id,
        HiddenCases hidden,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var row = await db
            .InboundMails.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted);
        return row is null
            ? null
            : (
                await hidden.Visible(context.Actor(), [InboundMailShape.Of(row)], About, context.RequestAborted)
            ).SingleOrDefault();
    }
}
