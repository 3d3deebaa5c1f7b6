using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>GET /api/cases/{id}/path</c>: the stages, where the case stands, and which steps are done.</summary>
internal static class ReadPath
{
    /// <param name="Definition">The version that the case runs by now.</param>
    public sealed record PathView(string Definition, ImmutableArray<StageView> Stages);

    /// <param name="Place"><c>done</c>, <c>current</c> or <c>ahead</c>.</param>
    /// <param name="Steps">Those that are asked for as the case is now.</param>
    public sealed record StageView(string Key, string Title, string Place, ImmutableArray<StepView> Steps);

    /// <param name="Kind"><c>field</c>, <c>lookup</c>, <c>activity</c>, <c>find-case</c> or <c>similar-cases</c>.</param>
    /// <param name="Of">The field, the record or the kind of activity; null where the kind says it all.</param>
    /// <param name="Required">The stage cannot be left before.</param>
    public sealed record StepView(string Kind, string? Of, string Name, bool Required, bool Done);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}/path", Handle)
            .Needs(Rights.ReadCases)
            .WithName(nameof(ReadPath))
            .WithSummary("Where it stands on its path, and which steps are done")
            .AsCaseRead()
            .Produces<PathView>();

    private static async Task<IResult> Handle(
        HttpContext context,
        string id,
        CaseDoor door,
        IGrainFactory grains,
        CaseFactsReader facts,
        TimeProvider time
    )
    {
        if (
            await door.Find(context, id) is not { } found
            || (await grains.Case(found.Value).Read()).Value is not var (current, process)
        )
        {
            return CaseDoor.NoSuchCase(id);
        }

        var actor = context.Actor();
        var told = await facts.For(process, current, null, actor, context.RequestAborted);
        var seen = process.Conditions.Facts(current, told.Facts, actor, time.GetUtcNow());
        return TypedResults.Ok(new PathView(process.Hash, [.. CasePath.Of(process, current, seen).Select(ViewOf)]));
    }

    private static StageView ViewOf(StageOnPath one) =>
        new(
            one.Stage.Key,
            one.Stage.Title.Text,
            one.Place switch
            {
                StagePlace.Done => "done",
                StagePlace.Current => "current",
                _ => "ahead",
            },
            [.. one.Steps.Select(ViewOf)]
        );

    private static StepView ViewOf(StepOnPath one)
    {
        var (kind, of) = one.Step switch
        {
            Step.FillField(var field) => ("field", field),
            Step.Lookup(var record) => ("lookup", record),
            Step.DoActivity(var activity) => ("activity", activity),
            var plain => (plain.Name, null),
        };
        return new(kind, of, one.Step.Name, one.Step.Required, one.IsDone);
    }
}
