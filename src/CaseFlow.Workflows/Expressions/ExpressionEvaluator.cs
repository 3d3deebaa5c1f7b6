using System.Text.Json;
using CaseFlow.Workflows.Expressions.JavaScript;
using CaseFlow.Workflows.Expressions.Liquid;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Expressions;

/// <summary>Evaluates the expressions of definitions. One serves the whole process, from any number of threads.</summary>
public sealed class ExpressionEvaluator(ScriptLimits limits)
{
    private readonly ScriptRunner _scripts = new(limits);
    private readonly TemplateRenderer _templates = new(limits);

    /// <summary>What the expression gives, in the wanted type.</summary>
    /// <exception cref="ExpressionFailed">
    /// It gives nothing: an error in it or a limit. A failed conversion is no exception, the value's failure tells it.
    /// </exception>
    public Converted Evaluate(WorkflowExpression expression, IExpressionScope scope, DeclaredType wanted)
    {
        var given = expression.Syntax switch
        {
            ExpressionSyntaxes.Literal => expression.Value,
            ExpressionSyntaxes.Object or ExpressionSyntaxes.Json => expression.Value is string text
            && string.IsNullOrWhiteSpace(text)
                ? null
                : expression.Value,
            ExpressionSyntaxes.Variable => ReadVariable(expression.Value, scope),
            ExpressionSyntaxes.Input => ReadInput(expression.Value, scope),
            ExpressionSyntaxes.JavaScript => _scripts.Evaluate(TextOf(expression), scope),
            ExpressionSyntaxes.Liquid => _templates.Render(TextOf(expression), scope),
            var other => throw new ExpressionFailed(ExpressionSyntaxes.WhyRefused(other)!),
        };
        var converted = ValueConverter.Convert(given, wanted);

        return converted.IsFault ? throw new ExpressionFailed(converted.Failure!) : converted;
    }

    /// <summary>Runs the script of an activity, which may also say with which outcomes it ends.</summary>
    /// <exception cref="ExpressionFailed">An error in it, or a limit.</exception>
    public ScriptRun RunScript(string script, IExpressionScope scope) => _scripts.Run(script, scope);

    /// <summary>What is wrong with the text of an expression; <see langword="null"/> for nothing.</summary>
    public string? Check(WorkflowExpression expression) =>
        expression.Syntax switch
        {
            ExpressionSyntaxes.JavaScript => _scripts.Check(TextOf(expression)),
            ExpressionSyntaxes.Liquid => _templates.Check(TextOf(expression)),
            var syntax => ExpressionSyntaxes.WhyRefused(syntax),
        };

    /// <summary>What is wrong with the script of an activity; <see langword="null"/> for nothing.</summary>
    public string? CheckScript(string script) => _scripts.Check(script);

    private static string TextOf(WorkflowExpression expression) =>
        expression.Value is null ? "" : ValueText.Of(expression.Value);

    private static object? ReadVariable(object? reference, IExpressionScope scope) =>
        Member(reference, "id") is { } id && scope.TryGetVariableById(id, out var value) ? value : null;

    private static object? ReadInput(object? reference, IExpressionScope scope) =>
        Member(reference, "name") is { } name ? scope.Input.GetValueOrDefault(name) : null;

    // The designer writes the reference as an object; older ones wrote that object as text.
    private static string? Member(object? reference, string name)
    {
        try
        {
            var read = reference is string text ? ValueJson.Read(text) : reference;
            return read is IDictionary<string, object?> members && members.TryGetValue(name, out var value)
                ? value as string
                : null;
        }
        catch (JsonException broken)
        {
            throw new ExpressionFailed($"'{reference}' names no variable and no input: {broken.Message}", broken);
        }
    }
}
