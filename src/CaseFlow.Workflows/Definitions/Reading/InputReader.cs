using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads the values of inputs.</summary>
internal sealed class InputReader(ReadingNotes notes)
{
    /// <summary>The value, or null where there is none that could be used.</summary>
    public InputBinding? Read(DocumentNode written, string name, DeclaredType type)
    {
        if (written is not DocumentObject group)
        {
            return Bare(written, name, type);
        }

        if (group["typeName"] is null)
        {
            notes.Warn(
                group.At,
                WorkflowProblems.WithoutTypeName,
                $"'{name}' has no 'typeName', so it counts as not given; add \"typeName\": \"{type}\""
            );
            return null;
        }

        return group["expression"] is { } expression && Expression(expression, name) is { } bound
            ? Checked(new InputBinding(group.At, bound), name, type)
            : null;
    }

    /// <summary>An expression that stands on its own: <c>{"type": "JavaScript", "value": "..."}</c>.</summary>
    public BoundExpression? Expression(DocumentNode written, string name)
    {
        if (written is not DocumentObject group)
        {
            notes.Refuse(
                written.At,
                WorkflowProblems.WrongShape,
                $"the expression of '{name}' is an object with 'type' and 'value', and here is {written.Kind}"
            );
            return null;
        }

        // A condition may be wrapped like an input.
        if (group["expression"] is DocumentObject wrapped)
        {
            return Expression(wrapped, name);
        }

        return DocumentValues.Text(group["type"]) switch
        {
            null => null,
            var syntax when ExpressionSyntaxes.WhyRefused(syntax) is { } reason => Refused(group, syntax, name, reason),
            var syntax => Readable(group, name, new WorkflowExpression(syntax, DocumentValues.Plain(group["value"]))),
        };
    }

    private BoundExpression? Refused(DocumentObject group, string syntax, string name, string reason)
    {
        if (syntax is "CSharp" or "C#" or "Python" or "Secret" or "Delegate")
        {
            notes.Refuse(group.At, WorkflowProblems.ForeignCode, $"the value of '{name}': {reason}");
        }
        else
        {
            notes.Warn(group.At, WorkflowProblems.UnknownSyntax, $"'{name}' counts as not given: {reason}");
        }

        return null;
    }

    private BoundExpression Readable(DocumentObject group, string name, WorkflowExpression expression)
    {
        var isScript = name == "script" && expression is { Syntax: ExpressionSyntaxes.Literal, Value: string };
        var broken = isScript
            ? notes.Expressions?.CheckScript((string)expression.Value!)
            : notes.Expressions?.Check(expression);
        if (broken is not null)
        {
            notes.Warn(
                (group["value"] ?? group).At,
                WorkflowProblems.BrokenExpression,
                $"'{name}' cannot be read, so the activity faults when it runs: {broken}"
            );
        }

        return new BoundExpression(group.At, expression);
    }

    private InputBinding Bare(DocumentNode written, string name, DeclaredType type) =>
        Checked(
            new InputBinding(
                written.At,
                new BoundExpression(
                    written.At,
                    new WorkflowExpression(ExpressionSyntaxes.Literal, DocumentValues.Plain(written))
                )
            ),
            name,
            type
        );

    private InputBinding Checked(InputBinding binding, string name, DeclaredType type)
    {
        var expression = binding.Expression.Expression;
        if (
            expression.Syntax is ExpressionSyntaxes.Literal or ExpressionSyntaxes.Object or ExpressionSyntaxes.Json
            && expression.Value is not (null or "")
            && ValueConverter.Convert(expression.Value, type).Failure is { } failure
        )
        {
            notes.Warn(binding.Expression.At, WorkflowProblems.NotConverted, $"'{name}': {failure}");
        }

        return binding;
    }
}
