namespace CaseFlow.Engine.Conditions;

/// <summary>Operators that may do without one of their sides: <c>&amp;&amp;</c>, <c>||</c> and <c>?:</c>.</summary>
internal sealed partial class Compiler
{
    // Either side may decide, even where the other is an error; only then does an error count.
    private Compiled Logic(SyntaxList operands, string sign, bool decides)
    {
        var compiled = new Compiled[operands.Count];
        var runs = new Evaluator[operands.Count];
        for (var i = 0; i < runs.Length; i++)
        {
            compiled[i] = Compile(operands[i]);
            runs[i] = AsBool(operands[i], compiled[i], sign);
        }

        var (decided, undecided) = (CelValue.Of(decides), CelValue.Of(!decides));
        Evaluator run = facts =>
        {
            var answer = undecided;
            foreach (var operand in runs)
            {
                var value = operand(facts);
                if (value.IsError)
                {
                    answer = answer.IsError ? answer : value;
                }
                else if (value.AsBool == decides)
                {
                    return value;
                }
            }

            return answer;
        };

        var always = Array.Exists(compiled, part => part.Constant == decided);
        return always ? Compiled.Always(CelType.Bool, decided)
            : Array.TrueForAll(compiled, part => part.Constant == undecided) ? Compiled.Always(CelType.Bool, undecided)
            : new Compiled(CelType.Bool, run);
    }

    private Evaluator AsBool(Syntax syntax, Compiled part, string sign)
    {
        if (!TypeRules.Fits(part.Type, CelType.Bool))
        {
            Wrong(syntax.At, $"'{sign}' takes bool, not {part.Type}");
        }

        return Strict(syntax, part, value => value.Kind == CelKind.Bool ? value : CelFunctions.NoOverload(sign, value));
    }

    private Compiled Choice(Syntax.Choice choice)
    {
        var (when, then, otherwise) = (Compile(choice.When), Compile(choice.Then), Compile(choice.Else));
        if (!TypeRules.Comparable(then.Type, otherwise.Type) && check)
        {
            return Wrong(choice.At, $"'?:' gives {then.Type} or {otherwise.Type}, but needs one type");
        }

        var test = AsBool(choice.When, when, "?:");
        var (yes, no) = (then.Run, otherwise.Run);
        return Folded(
            choice,
            TypeRules.Join(then.Type, otherwise.Type),
            facts =>
            {
                var value = test(facts);
                return value.IsError ? value
                    : value.AsBool ? yes(facts)
                    : no(facts);
            },
            when,
            then,
            otherwise
        );
    }
}
