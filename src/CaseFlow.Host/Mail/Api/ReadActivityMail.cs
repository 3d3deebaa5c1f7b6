using CaseFlow.Engine.Cases;
using CaseFlow.Host.Activities;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Mail.Api;

/// <summary>
/// <c>GET /api/activities/{id}/message</c> and <c>/attachments/{number}</c>: the e-mail of an activity whole, and its files,
/// for who sees the case that has the activity now.
/// </summary>
internal static class ReadActivityMail
{
    public static void Map(IEndpointRouteBuilder activities)
    {
        activities
            .MapGet("/{id:guid}/message", Message)
            .Needs(Rights.ReadCases)
            .WithName("ReadActivityMessage")
            .WithSummary("The e-mail that it was, as it came")
            .Produces<byte[]>(StatusCodes.Status200OK, "message/rfc822")
            .ProducesProblems(401, 403, 404);
        activities
            .MapGet("/{id:guid}/attachments/{number:int}", Attachment)
            .Needs(Rights.ReadCases)
            .WithName("ReadActivityAttachment")
            .WithSummary("A file that came with it")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .ProducesProblems(401, 403, 404);
    }

    private static async Task<IResult> Message(
        HttpContext context,
        Guid id,
        CaseDoor door,
        InboundMails mails,
        IDbContextFactory<CaseFlowDb> databases
    ) =>
        await Find(context, id, door, databases) is not null
        && await mails.Content(id, context.RequestAborted) is { } content
            ? new DownloadedFile(content, "message/rfc822", $"{id}.eml")
            : CloseActivity.NoSuchActivity(id);

    private static async Task<IResult> Attachment(
        HttpContext context,
        Guid id,
        int number,
        CaseDoor door,
        InboundMails mails,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        if (await Find(context, id, door, databases) is not { } files)
        {
            return CloseActivity.NoSuchActivity(id);
        }

        var file = files.FirstOrDefault(one => one.Number == number);
        return
            file is { LeftOut: null }
            && await mails.Content(id, context.RequestAborted) is { } content
            && await MailParser.Read(content, context.RequestAborted) is { } read
            && read.Files.ElementAtOrDefault(number) is { } part
            // What its sender says of its kind is his word alone, and nothing here goes by it.
            ? new DownloadedFile(
                await MailBytes.Of(part, context.RequestAborted),
                "application/octet-stream",
                file.Name
            )
            : ApiProblem.NotFound($"The activity has no file {number}.");
    }

    /// <summary>The files of the e-mail that an activity was; null where there is none that the asker sees.</summary>
    private static async Task<ImmutableArray<MailFile>?> Find(
        HttpContext context,
        Guid id,
        CaseDoor door,
        IDbContextFactory<CaseFlowDb> databases
    )
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var found = await (
            from activity in db.Activities
            join mail in db.InboundMails on activity.Id equals mail.Id
            where activity.Id == id
            select new { activity.CaseId, mail.Files }
        ).SingleOrDefaultAsync(context.RequestAborted);
        return found is not null && await door.MaySee(context, new CaseId(found.CaseId))
            ? MailJson.Read(found.Files)
            : null;
    }
}
