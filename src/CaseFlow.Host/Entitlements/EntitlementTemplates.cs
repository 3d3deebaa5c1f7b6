using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Entitlements;

/// <summary><c>POST</c> and <c>GET /api/entitlement-templates</c>: everything of an entitlement but its customer.</summary>
internal static class EntitlementTemplates
{
    public sealed record TemplateView(
        Guid Id,
        string Name,
        EntitlementTerms Terms,
        DateTimeOffset CreatedAt,
        string CreatedBy
    );

    public static void Map(IEndpointRouteBuilder templates)
    {
        templates
            .MapPost("/", Create)
            .Needs(Rights.ChangeEntitlements)
            .WithName("CreateEntitlementTemplate")
            .WithSummary("Make a template")
            .Accepts<EntitlementTerms>("application/json")
            .Produces<TemplateView>(StatusCodes.Status201Created)
            .ProducesProblems(400, 401, 403, 409, 413, 422);
        templates
            .MapGet("/", List)
            .Needs(Rights.ReadEntitlements)
            .WithName("ListEntitlementTemplates")
            .WithSummary("List templates by name")
            .Produces<Page<TemplateView>>()
            .ProducesProblems(401);
        templates
            .MapDelete("/{id:guid}", Delete)
            .Needs(Rights.ChangeEntitlements)
            .WithName("DeleteEntitlementTemplate")
            .WithSummary("Remove a template; what was made from it stays")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(401, 403, 404);
    }

    private static async Task<IResult> Create(HttpContext context, KeptAnswers kept, SlasInUse slas, TimeProvider time)
    {
        var (terms, bytes, malformed) = await JsonBody.Read(context, EntitlementRequests.Default.EntitlementTerms);
        if (malformed is { } refused)
        {
            return refused;
        }

        ImmutableArray<FieldError> errors =
        [
            .. terms!.Check(isTemplate: true),
            .. terms.Contacts is { IsDefaultOrEmpty: false }
                ? [new FieldError("contacts", "Contacts belong to one customer; a template has none.")]
                : Array.Empty<FieldError>(),
        ];
        return !errors.IsEmpty ? ApiProblem.Of(new Refusal.FieldsInvalid(errors))
            : slas.Unknown(terms.Sla) is { } unknown ? unknown
            : await kept.Once(context, bytes, db => Add(db, context, terms, time.GetUtcNow()));
    }

    private static async Task<CaseReply> Add(
        CaseFlowDb db,
        HttpContext context,
        EntitlementTerms terms,
        DateTimeOffset at
    )
    {
        var name = terms.Name!.Trim();
        if (await db.EntitlementTemplates.AnyAsync(row => row.Name == name, context.RequestAborted))
        {
            return CaseReply.Of(
                new ApiProblem(
                    StatusCodes.Status409Conflict,
                    "template-exists",
                    $"There is a template '{name}' already."
                )
            );
        }

        var row = new EntitlementTemplateRow
        {
            Id = Guid.CreateVersion7(at),
            Name = name,
            Terms = JsonSerializer.Serialize(terms, EntitlementRequests.Default.EntitlementTerms),
            CreatedAt = at,
            CreatedBy = context.Actor().User,
        };
        db.EntitlementTemplates.Add(row);
        return new CaseReply(
            StatusCodes.Status201Created,
            JsonSerializer.SerializeToUtf8Bytes(ViewOf(row), EntitlementRequests.Default.TemplateView),
            null,
            $"/api/entitlement-templates/{row.Id}"
        );
    }

    private static async Task<IResult> List(IDbContextFactory<CaseFlowDb> databases, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db.EntitlementTemplates.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellation);
        return TypedResults.Ok(new Page<TemplateView>([.. rows.Select(ViewOf)], null));
    }

    private static async Task<IResult> Delete(HttpContext context, Guid id, IDbContextFactory<CaseFlowDb> databases)
    {
        await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await db.EntitlementTemplates.FindAsync([id], context.RequestAborted) is not { } row)
        {
            return ApiProblem.NotFound($"There is no template {id}.");
        }

        db.EntitlementTemplates.Remove(row);
        await db.SaveChangesAsync(context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static TemplateView ViewOf(EntitlementTemplateRow row) =>
        new(
            row.Id,
            row.Name,
            JsonSerializer.Deserialize(row.Terms, EntitlementRequests.Default.EntitlementTerms)!,
            row.CreatedAt,
            row.CreatedBy
        );
}
