using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Queues;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Processes;

/// <summary>
/// <c>POST /api/processes/simulate</c>: what a draft, or the version that runs, makes of a case that is typed in or that there
/// is: every rule with every condition, the gates, the clocks, the moves. Nothing is written.
/// </summary>
internal static class SimulateCase
{
    /// <param name="Source">The YAML text of a draft; without it, the version of <paramref name="Process"/> that runs.</param>
    /// <param name="Files">The texts of the files of holidays that it names, by name.</param>
    /// <param name="Case">The id or ticket number of a case, or a case as it would be opened.</param>
    /// <param name="At">As if it were then; now where it is left out.</param>
    /// <param name="Roles">Of the person who asks the case; agent where nobody says.</param>
    public sealed record Request(
        string? Source = null,
        ImmutableSortedDictionary<string, string>? Files = null,
        string? Process = null,
        JsonElement? Case = null,
        DateTimeOffset? At = null,
        ImmutableArray<string>? Roles = null
    );

    /// <param name="CustomerId">A customer that there is.</param>
    /// <param name="Customer">A customer made up for this; without either, one of whom nothing is known.</param>
    public sealed record TypedCase(
        string? Title = null,
        Guid? CustomerId = null,
        Guid? ContactId = null,
        TypedCustomer? Customer = null,
        string? Description = null,
        string? Priority = null,
        string? Severity = null,
        string? Origin = null,
        string? Type = null,
        string? Product = null,
        string? Subject = null,
        string? Status = null,
        Guid? EntitlementId = null,
        ImmutableSortedDictionary<string, JsonElement>? Fields = null
    );

    /// <param name="Kind"><c>account</c> or <c>contact</c>.</param>
    public sealed record TypedCustomer(
        string? Name = null,
        string? Kind = null,
        string? Tier = null,
        string? Email = null,
        string? Phone = null
    );

    public static void Map(IEndpointRouteBuilder processes) =>
        processes
            .MapPost("/simulate", Handle)
            .Needs(Rights.TryDefinitions)
            .WithName(nameof(SimulateCase))
            .WithSummary("Try a case: nothing is written")
            .Accepts<Request>("application/json")
            .Produces<TrialView>()
            .ProducesProblems(400, 401, 403, 404, 413, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        ProcessCatalog catalog,
        CaseDoor door,
        CaseTries tries,
        QueueAccess access,
        TimeProvider time
    )
    {
        var (request, _, malformed) = await JsonBody.Read(context, ProcessRequests.Default.Simulate);
        if (malformed is not null)
        {
            return malformed;
        }

        var (draft, problem) = ProcessOf(request!, catalog);
        if (problem is not null)
        {
            return problem;
        }

        if (request!.Roles is { } names && names.Any(name => RoleNames.Find(name) is null))
        {
            return ApiProblem.Malformed("'roles' are roles.") with { Allowed = RoleNames.All };
        }

        var roles = request.Roles?.Aggregate(Role.None, (known, name) => known | RoleNames.Find(name)!.Value);
        var by = new Actor(context.Actor().User, roles ?? Role.Agent);
        var at = request.At ?? time.GetUtcNow();
        var (tried, wrong) = request.Case switch
        {
            { ValueKind: JsonValueKind.String } named => await OfOpen(
                context,
                by,
                named.GetString()!,
                draft,
                door,
                tries,
                at
            ),
            { ValueKind: JsonValueKind.Object } typed => await OfTyped(context, by, typed, draft, tries, at),
            _ => (null, Needs.Field("case", "Give the number of a case, or a case as it would be opened.")),
        };
        if (wrong is not null)
        {
            return wrong;
        }

        var maySee = await access.For(context.Actor(), context.RequestAborted);
        return TypedResults.Ok(TrialView.Of(tried!, at, draft is null ? maySee : _ => true));
    }

    private static (CaseProcess? Process, ApiProblem? Problem) ProcessOf(Request request, ProcessCatalog catalog)
    {
        if (request.Source is { Length: > 0 } source)
        {
            return Draft.Of(source, null, request.Files).Check() switch
            {
                DraftCheck.Ready(var process) => (process, null),
                var broken => (null, ProcessBodies.Refuse(broken)),
            };
        }

        return request.Process is not { } key ? (null, null)
            : catalog.Newest(key) is { } live ? (live, null)
            : (null, ProcessVersions.NoSuchProcess(key));
    }

    private static async Task<(Tried? Tried, ApiProblem? Problem)> OfOpen(
        HttpContext context,
        Actor by,
        string named,
        CaseProcess? process,
        CaseDoor door,
        CaseTries tries,
        DateTimeOffset at
    ) =>
        await door.Find(context, named) is { } id
        && await tries.Open(id, process, by, at, context.RequestAborted) is { } tried
            ? (tried, null)
            : (null, CaseDoor.NoSuchCase(named));

    private static async Task<(Tried? Tried, ApiProblem? Problem)> OfTyped(
        HttpContext context,
        Actor by,
        JsonElement typed,
        CaseProcess? process,
        CaseTries tries,
        DateTimeOffset at
    )
    {
        if (process is null)
        {
            return (null, Needs.Field("process", "Name the process that the case would run by, or give a draft."));
        }

        var (request, malformed) = JsonBody.Parse(
            System.Text.Encoding.UTF8.GetBytes(typed.GetRawText()),
            ProcessRequests.Default.TypedCase
        );
        if (malformed is not null)
        {
            return (null, malformed);
        }

        var (fields, error) = CreateCase.FieldsOf(OpeningOf(request!));
        return error is { } wrong
            ? (null, ApiProblem.Of(new Refusal.FieldsInvalid([wrong])))
            : (await tries.New(process, request!, fields, by, at, context.RequestAborted), null);
    }

    private static CreateCase.Request OpeningOf(TypedCase typed) =>
        new(
            Description: typed.Description,
            Priority: typed.Priority,
            Severity: typed.Severity,
            Origin: typed.Origin,
            Type: typed.Type,
            Product: typed.Product,
            Subject: typed.Subject,
            Fields: typed.Fields
        );
}
