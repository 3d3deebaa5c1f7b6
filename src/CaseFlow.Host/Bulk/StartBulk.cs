using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Bulk;

/// <summary><c>POST /api/bulk</c></summary>
internal static class StartBulk
{
    public static void Map(IEndpointRouteBuilder bulk) =>
        bulk.MapPost("/", Handle)
            .Needs(Rights.RunBulk)
            .WithName(nameof(StartBulk))
            .WithSummary("Give one command to up to 10,000 cases")
            .Accepts<BulkRequest>("application/json")
            .Produces<BulkShape>(StatusCodes.Status202Accepted)
            .ProducesProblems(400, 401, 403, 413, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        KeptAnswers answers,
        BulkRunner runner,
        CaseList list,
        TimeProvider time
    )
    {
        var (request, bytes, problem) = await JsonBody.Read(context, BulkRequests.Default.BulkRequest);
        if ((problem ?? CheckCases(request!)) is { } wrong)
        {
            return wrong;
        }

        var (by, at) = (context.Actor(), time.GetUtcNow());
        var (name, body, unreadable) = BulkCommands.Check(request!.Command, by, at);
        if (unreadable is not null)
        {
            return unreadable;
        }

        var reply = await answers.Once(
            context,
            bytes,
            async db =>
            {
                var cases = await Cases(db, request, list, by, context.RequestAborted);
                if (cases.Count > BulkJobs.MostCases)
                {
                    return CaseReply.Of(TooMany);
                }

                var job = BulkJobs.Add(
                    db,
                    name,
                    Encoding.UTF8.GetString(body),
                    undoes: null,
                    [.. cases.Select(id => (id, (int?)null, (int?)null))],
                    by,
                    at
                );
                return Accepted(job);
            }
        );
        runner.Ring();
        return reply;
    }

    /// <summary>The answer that a job is made: it is done in its own time.</summary>
    public static CaseReply Accepted(BulkJobRow job) =>
        new(
            StatusCodes.Status202Accepted,
            JsonSerializer.SerializeToUtf8Bytes(
                BulkShape.Of(job, ImmutableDictionary<string, int>.Empty),
                BulkRequests.Default.BulkShape
            ),
            null,
            $"/api/bulk/{job.Id}"
        );

    private static ApiProblem TooMany =>
        new(
            StatusCodes.Status422UnprocessableEntity,
            "too-many-cases",
            $"These are more than {BulkJobs.MostCases} cases. Narrow the filter, and make several jobs of it."
        );

    private static ApiProblem? CheckCases(BulkRequest request) =>
        request.Filter is null == request.Ids is null
            ? Needs.Field("ids", "Say which cases: 'filter' or 'ids', one of the two.")
        : request.Ids is { IsEmpty: true } ? Needs.Field("ids", "Name at least one case.")
        : request.Ids is { Length: > BulkJobs.MostCases } ? TooMany
        : request.Filter?.Check();

    private static async Task<List<Guid>> Cases(
        CaseFlowDb db,
        BulkRequest request,
        CaseList list,
        Actor by,
        CancellationToken cancellation
    ) =>
        request.Ids is { } ids
            ? [.. ids.Distinct()]
            : await list.Ids(db, request.Filter!, by, BulkJobs.MostCases + 1, cancellation);
}
