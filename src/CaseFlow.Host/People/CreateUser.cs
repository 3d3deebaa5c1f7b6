using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Staffing;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.People;

/// <summary><c>POST /api/users</c></summary>
internal static class CreateUser
{
    /// <param name="Key">What stands in cases and definitions, such as <c>ann</c>.</param>
    /// <param name="Skills">What he can do, as queues name it.</param>
    /// <param name="Capacity">How many cases he is given at most; no limit of his own where it is left out.</param>
    public sealed record Request(
        string? Key = null,
        string? Name = null,
        string? Email = null,
        ImmutableArray<string>? Skills = null,
        int? Capacity = null
    );

    public static void Map(IEndpointRouteBuilder users) =>
        users
            .MapPost("/", Handle)
            .WithName(nameof(CreateUser))
            .WithSummary("Add a user")
            .Accepts<Request>("application/json")
            .Produces<UserView>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 409, 413, 422);

    private static async Task<IResult> Handle(HttpContext context, KeptAnswers kept, TimeProvider time)
    {
        var (request, bytes, problem) = await JsonBody.Read(context, PeopleRequests.Default.CreateUser);
        return problem ?? PeopleRules.Forbidden(context) ?? await Create(context, request!, bytes, kept, time);
    }

    private static Task<IResult> Create(
        HttpContext context,
        Request request,
        byte[] bytes,
        KeptAnswers kept,
        TimeProvider time
    ) => kept.Once(context, bytes, db => Create(db, request, time, context.RequestAborted));

    private static async Task<CaseReply> Create(
        CaseFlowDb db,
        Request request,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        ImmutableArray<FieldError> errors =
        [
            .. PeopleRules.CheckKey(request.Key),
            .. PeopleRules.CheckName("name", request.Name),
            .. PeopleRules.CheckWork(request.Email, request.Skills, request.Capacity),
        ];
        if (!errors.IsEmpty)
        {
            return CaseReply.Of(ApiProblem.Of(new Refusal.FieldsInvalid(errors)));
        }

        if (await db.Users.AnyAsync(row => row.Key == request.Key, cancellation))
        {
            return CaseReply.Of(
                new ApiProblem(
                    StatusCodes.Status409Conflict,
                    "user-exists",
                    $"There is a user '{request.Key}' already. Change it with PUT, or choose another key."
                )
            );
        }

        var row = new UserRow
        {
            Key = request.Key!,
            Name = request.Name!.Trim(),
            SearchName = CustomerSearch.NameOf(request.Name),
            Email = request.Email,
            Skills = request.Skills ?? [],
            Capacity = request.Capacity,
            IsActive = true,
            Presence = Presence.Offline,
            PresenceSince = time.GetUtcNow(),
        };
        db.Users.Add(row);
        var body = JsonSerializer.SerializeToUtf8Bytes(UserView.Of(row), PeopleRequests.Default.UserView);
        return new CaseReply(StatusCodes.Status201Created, body, null, $"/api/users/{Uri.EscapeDataString(row.Key)}");
    }
}
