using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Activities;

/// <summary><c>POST /api/cases/{id}/activities</c></summary>
internal static class AddActivity
{
    // A note's first line says what it is about.
    private const int MaxSubjectOfNote = 80;

    /// <param name="Kind"><c>phone-call</c>, <c>task</c>, <c>appointment</c>, <c>email</c> or <c>note</c>.</param>
    /// <param name="Subject">What it is about; a note can do without.</param>
    /// <param name="Direction"><c>incoming</c> or <c>outgoing</c>, for calls and e-mails.</param>
    /// <param name="Visibility"><c>internal</c>, which it is without saying, or <c>public</c>: the customer may see it.</param>
    /// <param name="Due">When it is to be done.</param>
    /// <param name="Completed">It has happened already; a note always has.</param>
    /// <param name="Minutes">How long it took, where it has happened.</param>
    public sealed record Request(
        string? Kind = null,
        string? Subject = null,
        string? Text = null,
        string? Direction = null,
        string? Visibility = null,
        DateTimeOffset? Due = null,
        bool Completed = false,
        int? Minutes = null
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/activities", Handle)
            .Needs(Rights.To("add-activity"))
            .WithName(nameof(AddActivity))
            .WithSummary("Add a call, a task, an appointment, an e-mail or a note")
            .AsCaseCommand<Request>(StatusCodes.Status201Created);

    private static Task<IResult> Handle(HttpContext context, string id, CaseDoor door) =>
        door.Ask(context, id, CaseRequests.Default.AddActivity, Read);

    public static (CaseCommand? Command, ApiProblem? Problem) Read(Request request, Actor by, DateTimeOffset at)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var kind = ActivityWords.FindKind(request.Kind);
        if (kind is null)
        {
            errors.Add(new("kind", $"'kind' is one of {string.Join(", ", ActivityWords.Kinds)}."));
        }

        var direction = ActivityWords.FindDirection(request.Direction);
        if (direction is null && request.Direction is not null)
        {
            errors.Add(new("direction", $"'direction' is one of {string.Join(", ", ActivityWords.Directions)}."));
        }

        if (request.Visibility is not (null or "internal" or "public"))
        {
            errors.Add(new("visibility", "'visibility' is internal or public."));
        }

        if (request.Minutes is not null && !request.Completed && kind != ActivityKind.Note)
        {
            errors.Add(new("minutes", "Minutes are known when it is done: add 'completed', or complete it later."));
        }

        if (errors.Count > 0)
        {
            return (null, ApiProblem.Of(new Refusal.FieldsInvalid(errors.ToImmutable())));
        }

        var content = new ActivityContent(
            kind!.Value,
            SubjectOf(request, kind.Value),
            string.IsNullOrEmpty(request.Text) ? null : request.Text,
            direction,
            request.Visibility == "public",
            request.Due
        );
        return (
            new CaseCommand.AddActivity(Guid.CreateVersion7(at), content, request.Completed, request.Minutes)
            {
                By = by,
                At = at,
            },
            null
        );
    }

    private static string SubjectOf(Request request, ActivityKind kind) =>
        request.Subject is null && kind == ActivityKind.Note && request.Text?.Trim().Split('\n')[0] is { } line
            ? line[..Math.Min(line.Length, MaxSubjectOfNote)]
            : request.Subject ?? "";
}
