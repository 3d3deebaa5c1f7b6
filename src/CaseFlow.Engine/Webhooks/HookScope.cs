using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Webhooks;

/// <summary>What the expressions of a webhook can name.</summary>
internal static class HookScope
{
    public const int Body = 0;
    public const int Headers = 1;
    public const int Query = 2;
    public const int Now = 3;
    public const int Item = 4;

    private static readonly CelType Texts = new CelType.Map(CelType.String, CelType.String);

    private static readonly ImmutableArray<ConditionVariable> Common =
    [
        new("body", CelType.Dyn),
        new("headers", Texts),
        new("query", Texts),
        new("now", CelType.Timestamp),
    ];

    public static ConditionScope WithoutItem { get; } = new([.. Common]);

    /// <summary>For what is said of each thing that a delivery is about.</summary>
    public static ConditionScope WithItem { get; } = new([.. Common, new ConditionVariable("item", CelType.Dyn)]);
}
