using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Duplicates;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/duplicates</c>: is it open already? Asking leaves nothing behind.</summary>
internal static class FindDuplicates
{
    /// <param name="Process">The process of the new case, whose policy says how far back to look.</param>
    public sealed record Request(string? Process = null, Guid? CustomerId = null, string? Title = null);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/duplicates", Handle)
            .Needs(Rights.ReadCases)
            .WithName(nameof(FindDuplicates))
            .WithSummary("Which open cases of the customer are likely the same?")
            .Accepts<Request>("application/json")
            .Produces<Page<DuplicateCases.Found>>()
            .ProducesProblems(400, 401, 413);

    private static async Task<IResult> Handle(
        HttpContext context,
        DuplicateCases duplicates,
        ProcessCatalog processes,
        CaseScopes scopes,
        TimeProvider time
    )
    {
        var (request, _, problem) = await JsonBody.Read(context, CaseRequests.Default.FindDuplicates);
        if (problem is not null)
        {
            return problem;
        }

        if (request!.CustomerId is not { } customer)
        {
            return Needs.Field("customerId", "Say whose cases to look at.");
        }

        if (string.IsNullOrWhiteSpace(request.Title))
        {
            return Needs.Field("title", "Say what the new case is about.");
        }

        var policy = processes.Newest(request.Process ?? "")?.Parts.Policies.Duplicates ?? DuplicatePolicy.Default;
        var found = await duplicates.Find(
            customer,
            request.Title,
            time.GetUtcNow() - policy.Window,
            await scopes.For(context.Actor(), context.RequestAborted),
            context.RequestAborted
        );
        return TypedResults.Ok(new Page<DuplicateCases.Found>(found, null));
    }
}
