namespace CaseFlow.Engine.Conditions;

/// <summary>Macros: the same question asked of every item of a list, or of every key of a map.</summary>
internal sealed partial class Compiler
{
    private static readonly CelValue tooManyItems = CelValue.Error("the macros go over too many items");

    private Compiled Macro(Syntax.Macro macro)
    {
        var range = Compile(macro.Range);
        var item = TypeRules.Set(range.Type) switch
        {
            CelType.List(var of) => of,
            CelType.Map(var key, _) => key,
            var other => other == CelType.Dyn ? CelType.Dyn : null,
        };
        if (item is null && check)
        {
            return Wrong(macro.Range.At, $"'{macro.Kind.Name()}' goes over a list or a map, not over {range.Type}");
        }

        if (items.Count == ConditionFacts.MaxMacros)
        {
            problems.Add(
                new ConditionProblem(
                    macro.At.Offset,
                    macro.At.Length,
                    $"at most {ConditionFacts.MaxMacros} macros may stand inside one another"
                )
            );
            return Compiled.Failing("too many macros inside one another");
        }

        var slot = scope.Variables.Length + items.Count;
        items.Add(new ConditionVariable(macro.Variable, item ?? CelType.Dyn));
        var where = macro.Where is null ? null : Compile(macro.Where);
        var holds = where is null ? null : AsBool(macro.Where!, where, macro.Kind.Name());
        var gives = macro.Gives is null ? null : Compile(macro.Gives);
        items.RemoveAt(items.Count - 1);

        var list = Strict(
            macro.Range,
            range,
            value =>
                value.Kind is CelKind.List or CelKind.Map ? value : CelFunctions.NoOverload(macro.Kind.Name(), value)
        );
        return macro.Kind switch
        {
            MacroKind.All => new Compiled(CelType.Bool, Deciding(list, slot, holds!, decides: false)),
            MacroKind.Exists => new Compiled(CelType.Bool, Deciding(list, slot, holds!, decides: true)),
            MacroKind.ExistsOne => new Compiled(CelType.Bool, ExactlyOne(list, slot, holds!)),
            MacroKind.Filter => new Compiled(new CelType.List(item ?? CelType.Dyn), Gathering(list, slot, holds, null)),
            _ => new Compiled(new CelType.List(gives!.Type), Gathering(list, slot, holds, gives.Run)),
        };
    }

    // As with && and ||, one item may decide although another gives an error.
    private static Evaluator Deciding(Evaluator range, int slot, Evaluator holds, bool decides) =>
        facts =>
        {
            var list = range(facts);
            if (list.IsError)
            {
                return list;
            }

            var answer = CelValue.Of(!decides);
            var count = Count(list);
            for (var i = 0; i < count; i++)
            {
                if (!facts.TakeItem(slot, ItemAt(list, i)))
                {
                    return tooManyItems;
                }

                var value = holds(facts);
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

    private static Evaluator ExactlyOne(Evaluator range, int slot, Evaluator holds) =>
        facts =>
        {
            var list = range(facts);
            if (list.IsError)
            {
                return list;
            }

            var (found, count) = (0, Count(list));
            for (var i = 0; i < count; i++)
            {
                if (!facts.TakeItem(slot, ItemAt(list, i)))
                {
                    return tooManyItems;
                }

                var value = holds(facts);
                if (value.IsError)
                {
                    return value;
                }

                found += value.AsBool ? 1 : 0;
            }

            return CelValue.Of(found == 1);
        };

    private static Evaluator Gathering(Evaluator range, int slot, Evaluator? holds, Evaluator? gives) =>
        facts =>
        {
            var list = range(facts);
            if (list.IsError)
            {
                return list;
            }

            var gathered = new List<CelValue>();
            var count = Count(list);
            for (var i = 0; i < count; i++)
            {
                var item = ItemAt(list, i);
                var kept =
                    !facts.TakeItem(slot, item) ? tooManyItems
                    : holds is null ? CelValue.True
                    : holds(facts);
                var value = kept.IsTrue && gives is not null ? gives(facts) : item;
                if (kept.IsError || value.IsError)
                {
                    return kept.IsError ? kept : value;
                }

                if (kept.IsTrue)
                {
                    gathered.Add(value);
                }
            }

            return CelList.Built(gathered);
        };

    private static int Count(CelValue range) => range.Kind == CelKind.Map ? range.AsMap.Count : CelList.Count(range);

    private static CelValue ItemAt(CelValue range, int position) =>
        range.Kind == CelKind.Map ? range.AsMap.KeyAt(position) : CelList.At(range, position);
}
