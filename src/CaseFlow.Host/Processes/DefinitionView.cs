using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Host.Processes;

/// <summary>What a page needs of a definition to draw its forms, its path and its dialogs.</summary>
internal sealed record DefinitionView(
    ImmutableArray<DefinitionView.Field> Fields,
    ImmutableArray<DefinitionView.Status> Statuses,
    ImmutableArray<DefinitionView.Move> Transitions,
    ImmutableArray<DefinitionView.Stage> Stages,
    ImmutableArray<DefinitionView.Queue> Queues,
    DefinitionView.PolicyView Policies,
    bool HasSubjects
)
{
    /// <param name="Translations">The title by language; empty where there is only one.</param>
    /// <param name="Type"><c>text</c>, <c>integer</c>, <c>decimal</c>, <c>boolean</c>, <c>choice</c>, <c>date</c> or <c>time</c>.</param>
    /// <param name="BuiltIn">It stands at the top of a case, not under <c>fields</c>.</param>
    /// <param name="Declared">It stands under <c>fields</c> of a case.</param>
    /// <param name="Choices">For a choice: every value, in the order of the file.</param>
    /// <param name="Pattern">For a text: a regular expression.</param>
    /// <param name="RequiredBy">The stages that are left only when it is filled.</param>
    public sealed record Field(
        string Key,
        string Title,
        ImmutableSortedDictionary<string, string> Translations,
        string Type,
        bool BuiltIn,
        bool Declared,
        ImmutableArray<string> Choices,
        decimal? Min,
        decimal? Max,
        int? MaxLength,
        string? Pattern,
        ImmutableArray<string> RequiredBy
    );

    /// <param name="IsMerged">For cases that became part of another one.</param>
    public sealed record Status(
        string Key,
        string Title,
        ImmutableSortedDictionary<string, string> Translations,
        string State,
        bool Initial,
        bool PausesSla,
        bool IsMerged
    );

    /// <param name="Name">What people call the move; null where the title of the target says it.</param>
    /// <param name="Requires">Fields that must be filled, before or with the move.</param>
    /// <param name="Roles">Who may make it; empty for everybody.</param>
    /// <param name="When">Conditions that must all hold.</param>
    /// <param name="IsTimed">The case makes it by itself as well, after a time.</param>
    public sealed record Move(
        string From,
        string To,
        string? Name,
        ImmutableSortedDictionary<string, string> Translations,
        ImmutableArray<string> Requires,
        ImmutableArray<string> Roles,
        ImmutableArray<string> When,
        bool IsTimed
    );

    /// <param name="Enter">Conditions that must all hold before a case enters.</param>
    public sealed record Stage(
        string Key,
        string Title,
        ImmutableSortedDictionary<string, string> Translations,
        ImmutableArray<string> Enter,
        ImmutableArray<StepView> Steps
    );

    /// <param name="Name">As lists of what is missing call it, such as <c>field: impact</c>.</param>
    /// <param name="Kind"><c>field</c>, <c>lookup</c>, <c>find-case</c>, <c>similar-cases</c> or <c>activity</c>.</param>
    /// <param name="Of">The field, the record or the kind of activity; null for the others.</param>
    /// <param name="Required">The stage is left only when it is done.</param>
    /// <param name="When">It is asked for only while all of these hold.</param>
    public sealed record StepView(string Name, string Kind, string? Of, bool Required, ImmutableArray<string> When);

    public sealed record Queue(
        string Key,
        string Title,
        ImmutableSortedDictionary<string, string> Translations,
        bool IsPrivate,
        ImmutableArray<string> Members
    );

    /// <param name="ResolveFromAnyStage">False: a case is resolved from its last stage.</param>
    /// <param name="BillAboveTotal">More minutes can be billed than were worked, with a reason.</param>
    /// <param name="AssigningNeedsNote">Who assigns has to say why.</param>
    /// <param name="CloseChildren"><c>independent</c>, <c>cascade</c> or <c>restrict</c>.</param>
    public sealed record PolicyView(
        bool ResolveFromAnyStage,
        bool BillAboveTotal,
        bool AssigningNeedsNote,
        string CloseChildren,
        int MaxChildren,
        int MaxMerged,
        long UnmergeWithinSeconds,
        long UndoWithinSeconds,
        string Duplicates
    );

    public static DefinitionView Of(CaseProcess process)
    {
        var parts = process.Parts;
        return new(
            [.. parts.Fields.Select(field => Of(field, parts.Stages))],
            [
                .. parts.Statuses.Select(status => new Status(
                    status.Key,
                    status.Title.Text,
                    status.Title.Translations,
                    StateNames.Of(status.State),
                    status.Initial,
                    status.PausesSla,
                    status.IsMerged
                )),
            ],
            [.. parts.Transitions.Select(Of)],
            [
                .. parts.Stages.Select(stage => new Stage(
                    stage.Key,
                    stage.Title.Text,
                    stage.Title.Translations,
                    [.. stage.Enter.Select(condition => condition.Text)],
                    [.. stage.Steps.Select(Of)]
                )),
            ],
            [
                .. parts.Queues.Select(queue => new Queue(
                    queue.Key,
                    queue.Title.Text,
                    queue.Title.Translations,
                    queue.IsPrivate,
                    queue.Members
                )),
            ],
            Of(parts.Policies),
            !parts.Subjects.All.IsEmpty
        );
    }

    private static Field Of(FieldDefinition field, ImmutableArray<StageDefinition> stages) =>
        new(
            field.Key,
            field.Label.Text,
            field.Label.Translations,
            field.Type.ToString().ToLowerInvariant(),
            field.BuiltIn,
            field.Declared,
            field.Choices,
            field.Min,
            field.Max,
            field.Type == FieldType.Text ? field.MaxLength : null,
            field.Pattern?.ToString(),
            [
                .. stages
                    .Where(stage =>
                        stage.Steps.Any(step => step is Step.FillField(var key) { Required: true } && key == field.Key)
                    )
                    .Select(stage => stage.Key),
            ]
        );

    private static Move Of(Transition move) =>
        new(
            move.From,
            move.To,
            move.Name?.Text,
            move.Name?.Translations ?? ImmutableSortedDictionary<string, string>.Empty,
            move.Requires,
            RoleNames.Of(move.Roles),
            [.. move.When.Select(condition => condition.Text)],
            move.After is not null
        );

    private static StepView Of(Step step)
    {
        var (kind, of) = step switch
        {
            Step.FillField(var field) => ("field", field),
            Step.Lookup(var record) => ("lookup", record),
            Step.DoActivity(var activity) => ("activity", activity),
            _ => (step.Name, null),
        };
        return new(step.Name, kind, of, step.Required, [.. step.When.Select(condition => condition.Text)]);
    }

    private static PolicyView Of(ProcessPolicies policies) =>
        new(
            policies.ResolveFromAnyStage,
            policies.BillAboveTotal,
            policies.AssigningNeedsNote,
            policies.Closing.ToString().ToLowerInvariant(),
            policies.MaxChildren,
            policies.MaxMerged,
            (long)policies.UnmergeWithin.TotalSeconds,
            (long)policies.UndoWithin.TotalSeconds,
            policies.Duplicates.Mode.ToString().ToLowerInvariant()
        );
}
