using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Expressions;

/// <summary>Short ways to evaluate in tests.</summary>
internal static class Evaluating
{
    public static ExpressionEvaluator Evaluator { get; } = new(new ScriptLimits());

    public static object? Script(string script, IExpressionScope? scope = null) =>
        Evaluator
            .Evaluate(new WorkflowExpression("JavaScript", script), scope ?? new ScopeOfTests(), DeclaredType.Object)
            .Value;

    public static string Liquid(string template, IExpressionScope? scope = null) =>
        (string)
            Evaluator
                .Evaluate(new WorkflowExpression("Liquid", template), scope ?? new ScopeOfTests(), DeclaredType.String)
                .Value!;

    public static string Refused(Func<object?> evaluate) => Assert.Throws<ExpressionFailed>(evaluate).Message;
}
