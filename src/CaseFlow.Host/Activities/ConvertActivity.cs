using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Activities;

/// <summary><c>POST /api/activities/{id}/convert</c>: a case of its own for what came in on another one.</summary>
internal static class ConvertActivity
{
    /// <param name="Process">The process of the new case.</param>
    /// <param name="Title">The subject of the activity where it is left out.</param>
    public sealed record Request(string? Process = null, string? Title = null);

    public static void Map(IEndpointRouteBuilder activities) =>
        activities
            .MapPost("/{id:guid}/convert", Handle)
            .Needs(Rights.To("create"))
            .WithName(nameof(ConvertActivity))
            .WithSummary("Make a case of it, for the same customer")
            .AsCaseCommand<Request>(StatusCodes.Status201Created);

    private static async Task<IResult> Handle(
        HttpContext context,
        Guid id,
        CaseDoor door,
        ProcessCatalog processes,
        TicketNumbers tickets,
        IGrainFactory grains,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        var (request, bytes, malformed) = await JsonBody.Read(context, CaseRequests.Default.ConvertActivity);
        if (malformed is not null)
        {
            return malformed;
        }

        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (
            await db.Activities.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, context.RequestAborted)
                is not { } activity
            || !await door.MaySee(context, new CaseId(activity.CaseId))
            || (await grains.Case(activity.CaseId).Read()).Value is not { Case: var source }
        )
        {
            return CloseActivity.NoSuchActivity(id);
        }

        var asked = new CreateCase.Request(
            request!.Process,
            request.Title ?? activity.Subject,
            source.Customer,
            source.Contact,
            Origin: Origin(activity, processes.Newest(request.Process ?? "")),
            IgnoringDuplicates: true
        );
        var (create, problem) = await CreateCase.Read(
            asked,
            context.Actor(),
            processes,
            tickets,
            time,
            context.RequestAborted
        );
        return problem
            ?? await door.Send(
                context,
                create!.Id,
                create with
                {
                    From = new ActivityOfCase(source.Id, id),
                },
                request.Process,
                bytes
            );
    }

    // A call came by telephone and an e-mail by e-mail, where the process knows these channels.
    private static string? Origin(ActivityRow activity, CaseProcess? process)
    {
        var channel = ActivityWords.FindKind(activity.Kind) switch
        {
            ActivityKind.PhoneCall => "phone",
            ActivityKind.Email => "email",
            _ => null,
        };
        return
            channel is not null
            && process?.FindField("origin")?.Choices.Contains(channel, StringComparer.Ordinal) == true
            ? channel
            : null;
    }
}
