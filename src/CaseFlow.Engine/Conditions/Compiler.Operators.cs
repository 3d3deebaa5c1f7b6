namespace CaseFlow.Engine.Conditions;

/// <summary>Operators that need all of their operands: one or two.</summary>
internal sealed partial class Compiler
{
    private Compiled Negate(Syntax.Negate negate)
    {
        var of = Compile(negate.Of);
        var type = TypeRules.Set(of.Type);
        return type == CelType.Int || type == CelType.Double || type == CelType.Dyn || !check
            ? Folded(negate, type, Strict(negate.Of, of, Arithmetic.Negate), of)
            : Wrong(negate.At, $"'-' does not take {type}");
    }

    private Compiled Unary(Syntax syntax, Syntax operand, string sign, CelType takes, Func<CelValue, CelValue> apply)
    {
        var of = Compile(operand);
        return TypeRules.Fits(of.Type, takes) || !check
            ? Folded(syntax, takes, Strict(operand, of, apply), of)
            : Wrong(operand.At, $"'{sign}' takes {takes}, not {of.Type}");
    }

    private Compiled Binary(Syntax.Binary binary)
    {
        var (left, right) = (Compile(binary.Left), Compile(binary.Right));
        if (TypeRules.Of(binary.Operator, left.Type, right.Type) is not { } type)
        {
            if (check)
            {
                return Wrong(binary.At, Mismatch(binary, left.Type, right.Type));
            }

            type = CelType.Dyn;
        }

        CheckKnownValues(binary, left, right);
        var apply = Arithmetic.Of(binary.Operator);
        var run = binary.Operator switch
        {
            BinaryOperator.Equal or BinaryOperator.NotEqual => NullAware(left, right, apply),
            BinaryOperator.In => NullAware(left, NotUnset(binary.Right, right), apply),
            _ => Strict(binary.Left, left, binary.Right, right, apply),
        };
        return Folded(binary, type, run, left, right);
    }

    private string Mismatch(Syntax.Binary binary, CelType left, CelType right)
    {
        var sign = binary.Operator.Sign();
        if (binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            return left == CelType.Null || right == CelType.Null
                ? $"'{TextOf(left == CelType.Null ? binary.Right : binary.Left)}' is always set, so comparing it with null says nothing"
                : $"'{sign}' compares {left} with {right}";
        }

        return $"'{sign}' does not take {left} and {right}";
    }

    private void CheckKnownValues(Syntax.Binary binary, Compiled left, Compiled right)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                CheckKnownValue(left, binary.Right);
                CheckKnownValue(right, binary.Left);
                break;
            case BinaryOperator.In when binary.Right is Syntax.ListOf(var values):
                foreach (var value in values)
                {
                    CheckKnownValue(left, value);
                }

                break;
            case BinaryOperator.In:
                CheckKnownValue(right, binary.Left);
                break;
        }
    }

    private void CheckKnownValue(Compiled compared, Syntax with)
    {
        if (
            compared.Member is { KnownValues: { IsDefaultOrEmpty: false } known }
            && with is Syntax.Literal({ Kind: CelKind.String, AsString: var value })
            && !known.Contains(value, StringComparer.Ordinal)
        )
        {
            Wrong(
                with.At,
                $"'{value}' is no value of {compared.Path ?? compared.Member.Name}{Nearest.Suggest(value, known)}"
            );
        }
    }

    private static Evaluator NullAware(Compiled left, Compiled right, Func<CelValue, CelValue, CelValue> apply)
    {
        var (first, second) = (left.Run, right.Run);
        if (right.Constant is { IsError: false } constant)
        {
            return facts =>
            {
                var value = first(facts);
                return value.IsError ? value : apply(value, constant);
            };
        }

        return facts =>
        {
            var one = first(facts);
            if (one.IsError)
            {
                return one;
            }

            var other = second(facts);
            return other.IsError ? other : apply(one, other);
        };
    }

    private Compiled NotUnset(Syntax syntax, Compiled part) =>
        part.Constant is null ? part with { Run = Strict(syntax, part, value => value) } : part;

    private Evaluator Strict(Syntax syntax, Compiled of, Func<CelValue, CelValue> apply)
    {
        var (run, unset) = (of.Run, Unset(syntax));
        return facts =>
        {
            var value = run(facts);
            return value.Kind switch
            {
                CelKind.Error => value,
                CelKind.Null => unset,
                _ => apply(value),
            };
        };
    }

    private Evaluator Strict(
        Syntax leftSyntax,
        Compiled left,
        Syntax rightSyntax,
        Compiled right,
        Func<CelValue, CelValue, CelValue> apply
    )
    {
        var (first, second) = (left.Run, right.Run);
        var (firstUnset, secondUnset) = (Unset(leftSyntax), Unset(rightSyntax));
        return facts =>
        {
            var one = first(facts);
            if (one.Kind is CelKind.Error or CelKind.Null)
            {
                return one.IsNull ? firstUnset : one;
            }

            var other = second(facts);
            return other.Kind switch
            {
                CelKind.Error => other,
                CelKind.Null => secondUnset,
                _ => apply(one, other),
            };
        };
    }
}
