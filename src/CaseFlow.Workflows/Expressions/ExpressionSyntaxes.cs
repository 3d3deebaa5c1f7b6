namespace CaseFlow.Workflows.Expressions;

/// <summary>The syntaxes that expressions are written in, and those that this product does not run.</summary>
public static class ExpressionSyntaxes
{
    public const string Literal = "Literal";
    public const string Object = "Object";
    public const string Json = "Json";
    public const string Variable = "Variable";
    public const string Input = "Input";
    public const string JavaScript = "JavaScript";
    public const string Liquid = "Liquid";

    public static ImmutableArray<string> Known { get; } = [Literal, Object, Json, Variable, Input, JavaScript, Liquid];

    /// <summary>Why an expression of this syntax is not run; <see langword="null"/> for a known one.</summary>
    public static string? WhyRefused(string syntax) =>
        Known.Contains(syntax, StringComparer.Ordinal)
            ? null
            : syntax switch
            {
                "CSharp" or "C#" =>
                    "C# expressions run as code of the host itself and are not run here; write it in JavaScript.",
                "Python" => "Python expressions are not run here; write it in JavaScript.",
                "Secret" => "Secrets are no expressions here; give the value to the workflow as an input.",
                "Delegate" => "A delegate is compiled into a program and cannot be read from a definition.",
                _ => $"'{syntax}' is no syntax of expressions. Known: {string.Join(", ", Known)}.",
            };
}
