using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes.Editing;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Processes;

/// <summary>
/// <c>POST /api/processes/edit</c>: changes the text of a draft and nothing but the lines that are to change. Nothing is kept:
/// the text comes back, with the change that takes it back and with what is wrong with it now.
/// </summary>
internal static class EditProcess
{
    /// <param name="Source">The YAML text of the definition.</param>
    /// <param name="Files">The texts of the files of holidays that it names, by name.</param>
    public sealed record Request(
        string? Source = null,
        EditShape? Edit = null,
        ImmutableSortedDictionary<string, string>? Files = null
    );

    /// <param name="Kind"><c>move-rule</c>, <c>add-rule</c>, <c>change-rule</c>, <c>remove-rule</c>, <c>map-cases</c> or <c>replace-lines</c>.</param>
    /// <param name="Rule">The rule of the routing that is meant; for <c>add-rule</c>, its name.</param>
    /// <param name="To">For <c>move-rule</c> and <c>add-rule</c>: its place in the table, from 1.</param>
    /// <param name="Name">For <c>change-rule</c>: what it is called from now on.</param>
    /// <param name="When">What it asks; all must hold.</param>
    /// <param name="Queue">Where it sends cases.</param>
    /// <param name="Migrate">For <c>map-cases</c>: where open cases go.</param>
    /// <param name="Change">For <c>replace-lines</c>: a change as it was answered before.</param>
    public sealed record EditShape(
        string? Kind = null,
        string? Rule = null,
        int? To = null,
        string? Name = null,
        ImmutableArray<string>? When = null,
        string? Queue = null,
        MigrationShape? Migrate = null,
        ChangeShape? Change = null
    );

    /// <param name="Line">The first line that is touched, from 1.</param>
    /// <param name="Removed">The lines that stood there.</param>
    /// <param name="Inserted">The lines that stand there now.</param>
    public sealed record ChangeShape(
        int Line,
        ImmutableArray<string>? Removed = null,
        ImmutableArray<string>? Inserted = null
    );

    /// <param name="Change">What was changed; null where nothing had to be.</param>
    /// <param name="Undo">The change that takes it back, for <c>replace-lines</c>.</param>
    /// <param name="Errors">What is wrong with the text as it is now.</param>
    public sealed record Answer(
        string Source,
        ChangeShape? Change,
        ChangeShape? Undo,
        ImmutableArray<ProblemView> Errors
    );

    public static void Map(IEndpointRouteBuilder processes) =>
        processes
            .MapPost("/edit", (Delegate)Handle)
            .Needs(Rights.TryDefinitions)
            .WithName("EditProcess")
            .WithSummary("Change the text of a draft, and only the lines that are to change")
            .Accepts<Request>("application/json")
            .Produces<Answer>()
            .ProducesProblems(400, 401, 413, 422);

    private static async Task<IResult> Handle(HttpContext context)
    {
        var (request, _, malformed) = await JsonBody.Read(context, ProcessRequests.Default.Edit);
        if (malformed is not null)
        {
            return malformed;
        }

        if (request!.Source is not { Length: > 0 } source)
        {
            return Needs.Field("source", "Give the YAML text of the definition.");
        }

        var (edit, problem) = Read(request.Edit);
        if (problem is not null)
        {
            return problem;
        }

        return DefinitionEditor.Edit(source, edit!) switch
        {
            EditResult.Edited(var text, var change) => TypedResults.Ok(
                new Answer(text, Shown(change), Shown(change?.Undone), ErrorsOf(text, request.Files))
            ),
            EditResult.Impossible(var why) => new ApiProblem(
                StatusCodes.Status422UnprocessableEntity,
                "edit-not-possible",
                why
            ),
            _ => throw new InvalidOperationException(),
        };
    }

    private static (DefinitionEdit? Edit, ApiProblem? Problem) Read(EditShape? shape) =>
        shape switch
        {
            { Kind: "move-rule", Rule: { } rule, To: { } to } => (new DefinitionEdit.MoveRule(rule, to), null),
            { Kind: "add-rule", Rule: { Length: > 0 } rule, Queue: { } queue } => (
                new DefinitionEdit.AddRule(rule, shape.When ?? [], queue, shape.To),
                null
            ),
            { Kind: "change-rule", Rule: { } rule } => (
                new DefinitionEdit.ChangeRule(rule, shape.Name, shape.When, shape.Queue),
                null
            ),
            { Kind: "remove-rule", Rule: { } rule } => (new DefinitionEdit.RemoveRule(rule), null),
            { Kind: "map-cases", Migrate: { } migrate } => (new DefinitionEdit.MapCases(migrate.Map), null),
            { Kind: "replace-lines", Change: { } change } => (
                new DefinitionEdit.ReplaceLines(
                    new TextChange(change.Line, change.Removed ?? [], change.Inserted ?? [])
                ),
                null
            ),
            _ => (
                null,
                Needs.Field(
                    "edit",
                    "Give a 'kind' with what it needs: move-rule (rule, to), add-rule (rule, when, queue), change-rule (rule), "
                        + "remove-rule (rule), map-cases (migrate) or replace-lines (change)."
                )
            ),
        };

    private static ImmutableArray<ProblemView> ErrorsOf(
        string source,
        ImmutableSortedDictionary<string, string>? files
    ) => Draft.Of(source, null, files).Check() is DraftCheck.Broken(var found) ? ProblemView.Of(found) : [];

    private static ChangeShape? Shown(TextChange? change) =>
        change is null ? null : new(change.Line, change.Removed, change.Inserted);
}
