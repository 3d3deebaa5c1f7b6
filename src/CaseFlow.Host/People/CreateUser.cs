using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Staffing;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.People.SignIn;
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
    /// <param name="Roles">What he may do when he signs in, <c>agent</c> where it is left out; admins alone give others.</param>
    /// <param name="Password">His first one, from admins alone; without it he cannot sign in with one yet.</param>
    public sealed record Request(
        string? Key = null,
        string? Name = null,
        string? Email = null,
        ImmutableArray<string>? Skills = null,
        int? Capacity = null,
        ImmutableArray<string>? Roles = null,
        string? Password = null
    );

    public static void Map(IEndpointRouteBuilder users) =>
        users
            .MapPost("/", Handle)
            .Needs(Rights.ChangePeople)
            .WithName(nameof(CreateUser))
            .WithSummary("Add a user")
            .Accepts<Request>("application/json")
            .Produces<UserView>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 409, 413, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        KeptAnswers kept,
        AccountDesk desk,
        TimeProvider time
    )
    {
        var (request, bytes, problem) = await JsonBody.Read(context, PeopleRequests.Default.CreateUser);
        if (problem is not null)
        {
            return problem;
        }

        var givesRights = request is not { Roles: null, Password: null };
        return givesRights && context.Actor().WhyNot(Rights.GiveRights) is { } refusal
            ? ApiProblem.Of(refusal)
            : await kept.Once(context, bytes, db => Create(db, request!, context, desk, time));
    }

    private static async Task<CaseReply> Create(
        CaseFlowDb db,
        Request request,
        HttpContext context,
        AccountDesk desk,
        TimeProvider time
    )
    {
        var wrongRoles = PeopleRules.ReadRoles(request.Roles ?? ["agent"], out var roles);
        ImmutableArray<FieldError> errors =
        [
            .. PeopleRules.CheckKey(request.Key),
            .. PeopleRules.CheckName("name", request.Name),
            .. PeopleRules.CheckWork(request.Email, request.Skills, request.Capacity),
            .. wrongRoles is null ? ImmutableArray<FieldError>.Empty : [wrongRoles],
            .. request.Password is null ? [] : await desk.CheckFirst(request.Key ?? "", request.Password),
        ];
        if (!errors.IsEmpty)
        {
            return CaseReply.Of(ApiProblem.Of(new Refusal.FieldsInvalid(errors)));
        }

        if (await db.Users.AnyAsync(row => row.Key == request.Key, context.RequestAborted))
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
            Roles = roles,
            Skills = request.Skills ?? [],
            Capacity = request.Capacity,
            IsActive = true,
            Presence = Presence.Offline,
            PresenceSince = time.GetUtcNow(),
        };
        db.Users.Add(row);
        db.Audit.Add(context.Audited(AuditActions.UserAdded, time, Audit.User(row.Key), PeopleRules.Words(row.Roles)));
        if (request.Password is not null)
        {
            db.Accounts.Add(desk.First(row.Key, request.Password));
            db.Audit.Add(context.Audited(AuditActions.PasswordSet, time, Audit.User(row.Key)));
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(UserView.Of(row), PeopleRequests.Default.UserView);
        return new CaseReply(StatusCodes.Status201Created, body, null, $"/api/users/{Uri.EscapeDataString(row.Key)}");
    }
}
