using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Webhooks.Reading;

/// <summary>Reads expressions, and texts with <c>${...}</c> in them, and puts their problems at their places in the file.</summary>
internal sealed class TextReader(ConditionScope scope, ProblemList problems)
{
    /// <summary>The whole body, with its type.</summary>
    public HookText Body => new([(null, Expression.Read("body", scope).Expression)]);

    public HookText? Read(YamlNode? node)
    {
        if (node.AsScalar() is not { } scalar)
        {
            return null;
        }

        var parts = ImmutableArray.CreateBuilder<(string?, Expression?)>();
        foreach (var piece in TextPieces.Of(scalar.Value))
        {
            if (piece.Problem is { } problem)
            {
                problems.Add(scalar.PlaceAt(piece.Offset), ProblemCodes.WebhookText, problem);
            }
            else if (!piece.IsExpression)
            {
                parts.Add((piece.Text, null));
            }
            else if (Compile(piece.Text, scalar, piece.Offset) is { } expression)
            {
                parts.Add((null, expression));
            }
        }

        return new HookText(parts.ToImmutable());
    }

    public Expression? ReadExpression(YamlNode? node)
    {
        if (node.AsScalar() is not { } scalar)
        {
            return null;
        }

        if (!scalar.Value.StartsWith("${", StringComparison.Ordinal))
        {
            return Compile(scalar.Value, scalar, 0);
        }

        problems.Add(
            scalar.Start,
            ProblemCodes.WebhookText,
            "this is an expression by itself; write it without '${' and '}'"
        );
        return null;
    }

    private Expression? Compile(string text, YamlScalar scalar, int offset)
    {
        var (expression, found) = Expression.Read(text, scope);
        foreach (var problem in found.Concat(expression?.AlwaysFails ?? []))
        {
            problems.Add(
                scalar.PlaceAt(Math.Min(offset + problem.Offset, Math.Max(scalar.Value.Length - 1, 0))),
                ProblemCodes.WebhookText,
                problem.Message.TrimEnd('.')
            );
        }

        return expression;
    }
}
