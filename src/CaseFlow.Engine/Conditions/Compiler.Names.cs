namespace CaseFlow.Engine.Conditions;

/// <summary>Variables, members and what stands in brackets.</summary>
internal sealed partial class Compiler
{
    private readonly List<ConditionVariable> items = [];

    private Compiled Name(Syntax.Name name) => Item(name.Text) ?? Variable(name.Text) ?? UnknownName(name);

    // The variable of the innermost macro hides those outside of it.
    private Compiled? Item(string name)
    {
        var found = items.FindLastIndex(item => item.Name == name);
        if (found < 0)
        {
            return null;
        }

        var slot = scope.Variables.Length + found;
        return new Compiled(items[found].Type, facts => facts[slot]);
    }

    private Compiled? Variable(string path)
    {
        if (scope.IndexOf(path) is >= 0 and var slot)
        {
            var variable = scope.Variables[slot];
            return new Compiled(variable.Type, facts => facts[slot])
            {
                Path = path,
                Member = variable.KnownValues.IsEmpty
                    ? null
                    : new CelMember(path, variable.Type, _ => CelValue.Null, variable.KnownValues),
            };
        }

        return CelTypeNames.Find(path) is { } type ? Compiled.Always(CelType.Type, type) : null;
    }

    private Compiled UnknownName(Syntax.Name name)
    {
        var known = scope.Variables.Select(variable => variable.Name).Concat(items.Select(item => item.Name));
        return Wrong(name.At, $"nothing is called '{name.Text}' here{Nearest.Suggest(name.Text, known)}");
    }

    private Compiled Member(Syntax.Member member)
    {
        // A variable's own name may have dots in it; the longest name wins.
        if (DottedName(member) is { } dotted && Variable(dotted) is { } variable)
        {
            return variable;
        }

        var of = Build(member.Of);
        var path = of.Path is null ? null : $"{of.Path}.{member.Field}";
        var field = FieldOf(member);
        switch (TypeRules.Set(of.Type))
        {
            case CelType.Object(var type) when type.Find(member.Field) is { } found:
                return new Compiled(found.Type, Get(member, of, type, found)) { Path = path, Member = found };
            case CelType.Object(var type):
                var suggestion = Nearest.Suggest(member.Field, type.Members.Select(known => known.Name));
                return Wrong(field, $"'{type.Name}' has no '{member.Field}'{suggestion}");
            case CelType.Map(_, var value):
                return Folded(member, value, Get(member, of), of) with { Path = path };
            case var type when type == CelType.Dyn:
                return Folded(member, CelType.Dyn, Get(member, of), of) with { Path = path };
            case var type:
                return Wrong(field, $"{type} has no members, so no '{member.Field}'");
        }
    }

    private Place FieldOf(Syntax.Member member)
    {
        var end = text[member.At.End - 1] == '`' ? member.At.End - 1 : member.At.End;
        return Place.Between(end - member.Field.Length, end);
    }

    private string? DottedName(Syntax syntax) =>
        syntax switch
        {
            Syntax.Name(var name) when !items.Exists(item => item.Name == name) => name,
            Syntax.Member(var of, var field) when DottedName(of) is { } path => $"{path}.{field}",
            _ => null,
        };

    private Evaluator Get(Syntax.Member member, Compiled of, CelObjectType type, CelMember found)
    {
        var (run, get, slow) = (of.Run, found.Get, Get(member, of));
        return facts =>
        {
            var value = run(facts);
            return value.Kind == CelKind.Object && value.ObjectType == type ? get(value.AsObject) : slow(facts);
        };
    }

    private Evaluator Get(Syntax.Member member, Compiled of)
    {
        var (run, unset, field) = (of.Run, Unset(member.Of), member.Field);
        var (key, noKey) = (CelValue.Of(field), CelValue.Error($"no such key: '{field}'"));
        return facts =>
        {
            var value = run(facts);
            return value.Kind switch
            {
                CelKind.Error => value,
                CelKind.Null => unset,
                CelKind.Map => value.AsMap.TryGet(key, out var found) ? found : noKey,
                CelKind.Object when value.ObjectType!.Find(field) is { } found => found.Get(value.AsObject),
                _ => CelFunctions.NoOverload($".{field}", value),
            };
        };
    }

    private Compiled Has(Syntax.Has has)
    {
        var member = Compile(has.Of);
        var (get, key) = (member.Run, CelValue.Of(has.Of.Field));
        if (!parts.TryGetValue(has.Of.Of, out var holder))
        {
            // What looks like a member is one variable, with dots in its name.
            return new Compiled(CelType.Bool, facts => IsSet(get(facts)));
        }

        var of = holder.Run;
        return new Compiled(
            CelType.Bool,
            facts =>
            {
                var value = of(facts);
                return value.Kind switch
                {
                    CelKind.Error => value,
                    CelKind.Null => CelValue.False,
                    CelKind.Map => CelValue.Of(value.AsMap.TryGet(key, out _)),
                    _ => IsSet(get(facts)),
                };
            }
        );
    }

    private static CelValue IsSet(CelValue value) => value.IsError ? value : CelValue.Of(!value.IsNull);

    private Compiled Index(Syntax.Index index)
    {
        var (of, key) = (Compile(index.Of), Compile(index.Key));
        var type = (TypeRules.Set(of.Type), TypeRules.Set(key.Type)) switch
        {
            (CelType.List(var item), var at) when TypeRules.Fits(at, CelType.Int) => item,
            (CelType.Map(var keys, var value), var at) when TypeRules.Fits(at, keys) => value,
            (var other, _) when other == CelType.Dyn => CelType.Dyn,
            _ => null,
        };

        return type is null && check
            ? Wrong(index.At, $"{of.Type} has nothing at a place of type {key.Type}")
            : Folded(index, type ?? CelType.Dyn, Strict(index.Of, of, index.Key, key, At), of, key);
    }

    private static CelValue At(CelValue holder, CelValue key)
    {
        if (holder.Kind == CelKind.Map)
        {
            return holder.AsMap.TryGet(key, out var found) && (CelMap.CanBeKey(key.Kind) || key.Kind == CelKind.Double)
                ? found
                : CelValue.Error($"no such key: {key}");
        }

        if (holder.Kind != CelKind.List || !CelComparison.IsNumber(key))
        {
            return CelFunctions.NoOverload("[]", holder, key);
        }

        var place = CelComparison.ToDouble(key);
        return place >= 0 && place < CelList.Count(holder) && double.IsInteger(place)
            ? CelList.At(holder, (int)place)
            : CelValue.Error($"invalid argument: nothing stands at place {key} of the list");
    }
}
