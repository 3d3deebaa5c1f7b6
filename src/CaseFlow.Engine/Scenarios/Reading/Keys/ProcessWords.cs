using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Scenarios.Reading.Keys;

/// <summary>The names that a process declares, as words that a scenario about it can use.</summary>
internal sealed class ProcessWords(CaseProcess process)
{
    /// <summary>Stands for nothing: no queue, no owner, an empty field.</summary>
    public const string None = "none";

    public const string Next = "next";

    public const string Back = "back";

    public static readonly Key By = new("by", Shape.AnyText, "The user who does it.");

    public static readonly Key Roles = new(
        "roles",
        new Shape.OneOrMany(new Shape.Word(RoleNames.All)),
        "The roles of this user."
    );

    public ImmutableArray<string> Statuses { get; } = [.. process.Parts.Statuses.Select(status => status.Key)];

    public ImmutableArray<string> Stages { get; } = [.. process.Stages.Select(stage => stage.Key)];

    public ImmutableArray<string> Queues { get; } = [.. process.Parts.Queues.Select(queue => queue.Key)];

    public Shape Rule { get; } =
        new Shape.Word([.. process.Parts.Routing.Select(rule => rule.Name).Distinct(StringComparer.Ordinal)]);

    public Shape FiredOrNone { get; } = new Shape.Word([.. process.Parts.Automation.Select(rule => rule.Name), None]);

    public Shape Status { get; } = StatusOf(process.Parts.Statuses);

    public Shape InitialStatus { get; } = StatusOf(process.Parts.Statuses.Where(status => status.Initial));

    public Shape StageMove => new Shape.Word([Next, Back, .. Stages]) { Code = ProblemCodes.UnknownStage };

    public Shape StageOnPath => new Shape.Word(Stages) { Code = ProblemCodes.UnknownStage };

    public Shape Stage => new Shape.Word([.. Stages, None]) { Code = ProblemCodes.UnknownStage };

    public Shape Queue => new Shape.Word(Queues) { Code = ProblemCodes.UnknownQueue };

    public Shape QueueOrNone => new Shape.Word([.. Queues, None]) { Code = ProblemCodes.UnknownQueue };

    /// <summary>The states of clocks, by their KPIs.</summary>
    public Shape Clocks { get; } =
        new Shape.Keys(
            new Section(
                "list of clocks",
                [
                    .. process.Kpis.Select(kpi => new Key(
                        kpi.Name,
                        new Shape.Word([.. ClockStates.Names, None]),
                        "How the clock stands, or none where it has not started."
                    )),
                ]
            )
        );

    /// <summary>The fields as keys, for values; those that are called like one of <paramref name="others"/> left out.</summary>
    public IEnumerable<Key> FieldsBeside(params ImmutableArray<Key> others) =>
        process
            .Parts.Fields.Where(field => !others.Any(key => key.Name == field.Key))
            .Select(field => new Key(field.Key, FieldShape, field.Label.Text));

    public Key Fields(string meaning) =>
        new("fields", new Shape.Keys(new Section("list of fields", [.. FieldsBeside()])), meaning);

    // The value itself is judged by the rules that the product has for fields.
    private static Shape FieldShape { get; } = new Shape.Text { Form = "one value", Most = 100_000 };

    private static Shape.Word StatusOf(IEnumerable<StatusDefinition> statuses) =>
        new([.. statuses.Select(status => status.Key)]) { Code = ProblemCodes.UnknownStatus };
}
