namespace CaseFlow.Workflows.Expressions;

/// <summary>An expression of a definition: <c>{"type": "JavaScript", "value": "getCount() + 1"}</c>.</summary>
/// <param name="Value">A plain value, as <see cref="IExpressionScope"/> names them.</param>
public sealed record WorkflowExpression(string Syntax, object? Value);
