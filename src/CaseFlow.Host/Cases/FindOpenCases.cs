using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Cases;

/// <summary><c>POST /api/cases/{id}/find-case</c>: is there an open case of the customer already? The case remembers that somebody looked.</summary>
internal static class FindOpenCases
{
    private const int Most = 100;

    public sealed record Found(
        Guid Id,
        string Ticket,
        string Title,
        string Process,
        string Status,
        string? Owner,
        DateTimeOffset CreatedAt
    );

    /// <param name="Items">The newest first.</param>
    public sealed record Answer(Found[] Items, CaseShape Case);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/find-case", Handle)
            .Needs(Rights.To("find-case"))
            .WithName(nameof(FindOpenCases))
            .WithSummary("The other open cases of the customer; the case remembers that somebody looked")
            .Accepts<NoBody>(isOptional: true, "application/json")
            .Produces<Answer>()
            .ProducesProblems(400, 401, 403, 404, 409, 412, 413, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        string id,
        CaseDoor door,
        CaseScopes scopes,
        IGrainFactory grains,
        IDbContextFactory<CaseFlowDb> databases,
        TimeProvider time
    )
    {
        var (_, bytes, malformed) = await JsonBody.Read(context, CaseRequests.Default.NoBody);
        if (malformed is not null)
        {
            return malformed;
        }

        if (
            await door.Find(context, id) is not { } found
            || (await grains.Case(found.Value).Read()).Value is not { Case: var about }
        )
        {
            return CaseDoor.NoSuchCase(id);
        }

        var scope = await scopes.For(context.Actor(), context.RequestAborted);
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        var open = await scope
            .Apply(db.Cases.AsNoTracking())
            .Where(row => row.CustomerId == about.Customer && row.State == CaseState.Active && row.Id != found.Value)
            .OrderByDescending(row => row.Id)
            .Take(Most)
            .Select(row => new Found(row.Id, row.Ticket, row.Title, row.Process, row.Status, row.Owner, row.CreatedAt))
            .ToArrayAsync(context.RequestAborted);

        var find = new CaseCommand.FindCase(open.Length) { By = context.Actor(), At = time.GetUtcNow() };
        var answer = await door.Send(context, found, find, null, bytes);
        return answer is CaseReply { Status: StatusCodes.Status200OK } seen
            ? seen with
            {
                Body = JsonBytes.Write((open, seen.Body), Write),
            }
            : answer;
    }

    private static void Write(Utf8JsonWriter json, (Found[] Open, byte[] Case) seen)
    {
        json.WriteStartObject();
        json.WritePropertyName("items");
        JsonSerializer.Serialize(json, seen.Open, JsonSerializerOptions.Web);
        json.WritePropertyName("case");
        json.WriteRawValue(seen.Case);
        json.WriteEndObject();
    }
}
