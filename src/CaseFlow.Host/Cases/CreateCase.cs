using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases</c></summary>
internal static class CreateCase
{
    /// <param name="Process">The key of the process that the case runs by.</param>
    /// <param name="CustomerId">An account or a contact.</param>
    /// <param name="Status">One of the initial statuses; the process's first one where it is left out.</param>
    /// <param name="EntitlementId">What pays for it; the customer's default where it is left out.</param>
    /// <param name="ParentId">The case that it is a child of: title, customer and what the parent's process lets it inherit are taken over where they are left out.</param>
    /// <param name="Fields">Declared fields, by key; built-in ones may stand here too.</param>
    /// <param name="Route">False leaves the case out of every queue.</param>
    /// <param name="IgnoringDuplicates">Likely duplicates were seen, and it is to be opened all the same.</param>
    public sealed record Request(
        string? Process = null,
        string? Title = null,
        Guid? CustomerId = null,
        Guid? ContactId = null,
        string? Description = null,
        string? Priority = null,
        string? Severity = null,
        string? Origin = null,
        string? Type = null,
        string? Product = null,
        string? Subject = null,
        string? Status = null,
        Guid? EntitlementId = null,
        Guid? ParentId = null,
        ImmutableSortedDictionary<string, JsonElement>? Fields = null,
        bool? Route = null,
        bool IgnoringDuplicates = false
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/", Handle)
            .Needs(Rights.To("create"))
            .WithName(nameof(CreateCase))
            .WithSummary("Open a case")
            .AsCaseCommand<Request>(StatusCodes.Status201Created);

    private static async Task<IResult> Handle(
        HttpContext context,
        CaseDoor door,
        ProcessCatalog processes,
        TicketNumbers tickets,
        TimeProvider time
    )
    {
        var (request, bytes, malformed) = await JsonBody.Read(context, CaseRequests.Default.CreateCase);
        if (malformed is not null)
        {
            return malformed;
        }

        var by = context.Actor();
        var (command, problem) = await Read(request!, by, processes, tickets, time, context.RequestAborted);
        return problem ?? await door.Send(context, command!.Id, command, request!.Process, bytes);
    }

    /// <summary>The command that a request makes, with a new id and ticket number; or the problem with the request.</summary>
    public static async Task<(CaseCommand.Create? Command, ApiProblem? Problem)> Read(
        Request request,
        Actor by,
        ProcessCatalog processes,
        TicketNumbers tickets,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        if (processes.Newest(request.Process ?? "") is not { } process)
        {
            return (null, NoSuchProcess(request.Process, processes));
        }

        var (fields, error) = FieldsOf(request);
        return error is { } wrong
            ? (null, ApiProblem.Of(new Refusal.FieldsInvalid([wrong])))
            : (await Command(request, process, fields, by, tickets, time, cancellation), null);
    }

    private static async Task<CaseCommand.Create> Command(
        Request request,
        CaseProcess process,
        FieldValues fields,
        Actor by,
        TicketNumbers tickets,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var at = time.GetUtcNow();
        var number = await tickets.Next(process.Parts.Ticket.SeriesAt(at), cancellation);
        return new CaseCommand.Create(
            new CaseId(Guid.CreateVersion7(at)),
            process.Parts.Ticket.Write(number, at),
            request.Title ?? "",
            request.CustomerId,
            request.ContactId,
            fields,
            request.Status,
            request.Route ?? true,
            request.ParentId is { } parent ? new CaseId(parent) : null,
            request.EntitlementId,
            request.IgnoringDuplicates
        )
        {
            By = by,
            At = at,
        };
    }

    /// <summary>The fields that a request fills, built-in and declared.</summary>
    public static (FieldValues Fields, FieldError? Error) FieldsOf(Request request)
    {
        var (fields, error) = FieldBodies.Read(request.Fields);
        (string Key, string? Value)[] builtIn =
        [
            ("description", request.Description),
            ("priority", request.Priority),
            ("severity", request.Severity),
            ("origin", request.Origin),
            ("type", request.Type),
            ("product", request.Product),
            ("subject", request.Subject),
        ];
        foreach (var (key, value) in builtIn)
        {
            fields = value is null ? fields : fields.With(key, new FieldValue.Text(value));
        }

        return (fields, error);
    }

    private static ApiProblem NoSuchProcess(string? asked, ProcessCatalog processes) =>
        asked is null
            ? ApiProblem.Of(
                new Refusal.FieldsInvalid([new FieldError("process", "Name the process that the case runs by.")])
            )
            : new ApiProblem(
                StatusCodes.Status422UnprocessableEntity,
                "unknown-process",
                $"There is no process '{asked}'."
            )
            {
                Allowed = [.. processes.All.Keys],
            };
}
