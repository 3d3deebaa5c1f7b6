using System.Collections.Frozen;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>The names that a template may begin with.</summary>
internal static class TemplateRoots
{
    /// <summary>Those that hold one value.</summary>
    public static FrozenDictionary<string, Func<IExpressionScope, object?>> Simple { get; } =
        new Dictionary<string, Func<IExpressionScope, object?>>(StringComparer.Ordinal)
        {
            ["CorrelationId"] = scope => scope.CorrelationId,
            ["WorkflowDefinitionId"] = scope => scope.Instance.DefinitionId,
            ["WorkflowDefinitionVersionId"] = scope => scope.Instance.DefinitionVersionId,
            ["WorkflowDefinitionVersion"] = scope => scope.Instance.DefinitionVersion,
            ["WorkflowInstanceId"] = scope => scope.Instance.InstanceId,
            ["WorkflowInstanceName"] = scope => scope.InstanceName,
            ["LastResult"] = scope => scope.LastResult,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those with members: what a member's name finds.</summary>
    public static FrozenDictionary<string, Func<IExpressionScope, string, object?>> WithMembers { get; } =
        new Dictionary<string, Func<IExpressionScope, string, object?>>(StringComparer.Ordinal)
        {
            ["Variables"] = (scope, name) => scope.TryGetVariable(name, out var value) ? value : null,
            ["Input"] = (scope, name) => scope.Input.GetValueOrDefault(name),
            ["Output"] = (scope, name) => ReadOutput(scope, name),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static object? ReadOutput(IExpressionScope scope, string activity) =>
        scope.TryGetOutput(activity, output: null, out var value)
            ? value
            : throw new ExpressionFailed($"There is no activity '{activity}'.");
}
