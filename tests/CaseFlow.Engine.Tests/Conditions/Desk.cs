using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Tests.Conditions;

/// <summary>A small world that conditions are asked about: a case on a desk, with its customer.</summary>
internal static class Desk
{
    public static readonly DateTimeOffset Monday9 = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly CelObjectType fields = new(
        "case.fields",
        [
            new(
                "impact",
                new CelType.Nullable(CelType.Int),
                Of<Case>(it => it.Impact is { } set ? CelValue.Of(set) : CelValue.Null)
            ),
            new(
                "resolution-type",
                new CelType.Nullable(CelType.String),
                Of<Case>(it => CelValue.Of(it.ResolutionType))
            ),
        ]
    );

    private static readonly CelObjectType activity = new(
        "activity",
        [new("direction", CelType.String, Of<Activity>(it => CelValue.Of(it.Direction)))]
    );

    private static readonly CelObjectType @case = new(
        "case",
        [
            new("title", CelType.String, Of<Case>(it => CelValue.Of(it.Title))),
            new("priority", CelType.String, Of<Case>(it => CelValue.Of(it.Priority)), ["low", "normal", "high"]),
            new("escalated", CelType.Bool, Of<Case>(it => CelValue.Of(it.Escalated))),
            new("openActivities", CelType.Int, Of<Case>(it => CelValue.Of(it.OpenActivities))),
            new("createdAt", CelType.Timestamp, Of<Case>(it => CelValue.Of(it.CreatedAt))),
            new("tags", new CelType.List(CelType.String), Of<Case>(it => CelValue.ListOf(it.Tags))),
            new(
                "activities",
                new CelType.List(new CelType.Object(activity)),
                Of<Case>(it => CelValue.ListOf(activity, it.Activities))
            ),
            new("fields", new CelType.Object(fields), Of<Case>(it => CelValue.Object(fields, it))),
        ]
    );

    private static readonly CelObjectType customer = new(
        "customer",
        [
            new(
                "tier",
                new CelType.Nullable(CelType.String),
                Of<Customer>(it => CelValue.Of(it.Tier)),
                ["silver", "gold", "platinum"]
            ),
            new("name", CelType.String, Of<Customer>(it => CelValue.Of(it.Name))),
        ]
    );

    public static readonly ConditionScope Scope = new(
        new ConditionVariable("case", new CelType.Object(@case)),
        new ConditionVariable("customer", new CelType.Object(customer)),
        new ConditionVariable("now", CelType.Timestamp)
    );

    public static ConditionFacts Facts(Case? about = null, Customer? of = null) =>
        new ConditionFacts(Scope)
            .Set("case", CelValue.Object(@case, about ?? new Case()))
            .Set("customer", CelValue.Object(customer, of))
            .Set("now", CelValue.Of(Monday9.AddHours(80)));

    public static Condition Read(string text)
    {
        var read = Condition.Read(text, Scope);
        Assert.Empty(read.Problems);
        return read.Condition!;
    }

    public static ConditionExplanation Explain(string text, Case? about = null, Customer? of = null) =>
        Read(text).Explain(Facts(about, of));

    public static bool Holds(string text, Case? about = null, Customer? of = null) =>
        Read(text).Holds(Facts(about, of));

    public static ImmutableArray<ConditionProblem> Problems(string text) => Condition.Read(text, Scope).Problems;

    private static Func<object, CelValue> Of<T>(Func<T, CelValue> get) => instance => get((T)instance);

    internal sealed record Case
    {
        public string Title { get; init; } = "Network outage in Lyon";
        public string Priority { get; init; } = "high";
        public bool Escalated { get; init; }
        public long OpenActivities { get; init; }
        public long? Impact { get; init; }
        public string? ResolutionType { get; init; }
        public DateTimeOffset CreatedAt { get; init; } = Monday9;
        public ImmutableArray<string> Tags { get; init; } = ["network", "vip"];
        public ImmutableArray<Activity> Activities { get; init; } = [];
    }

    internal sealed record Customer(string Name, string? Tier);

    internal sealed record Activity(string Direction);
}
