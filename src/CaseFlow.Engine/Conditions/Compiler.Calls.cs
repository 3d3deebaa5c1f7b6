namespace CaseFlow.Engine.Conditions;

/// <summary>Calls of functions, and values that are put together: lists and maps.</summary>
internal sealed partial class Compiler
{
    private Compiled Call(Syntax.Call call)
    {
        ImmutableArray<Syntax> written = call.Target is { } target ? [target, .. call.Arguments] : [.. call.Arguments];
        ImmutableArray<Compiled> given = [.. written.Select(Compile)];
        if (!CelFunctions.All.TryGetValue(call.Function, out var function))
        {
            var message = $"there is no function '{call.Function}'";
            return Wrong(call.At, message + Nearest.Suggest(call.Function, CelFunctions.All.Keys));
        }

        ImmutableArray<CelSignature> fitting =
        [
            .. function.Signatures.Where(signature => Fits(signature, call.Target is not null, given)),
        ];
        if (fitting.IsEmpty)
        {
            return Wrong(call.At, NoSuchCall(call, function, given));
        }

        var gives = fitting.All(signature => signature.Gives == fitting[0].Gives) ? fitting[0].Gives : CelType.Dyn;
        return Run(call, function, written, given) is { } run
            ? Folded(call, gives, run, given.AsSpan())
            : Wrong(call.At, NoSuchCall(call, function, given));
    }

    private bool Fits(CelSignature signature, bool beforeDot, ImmutableArray<Compiled> given) =>
        signature.BeforeDot == beforeDot
        && signature.Takes.Length == given.Length
        && (!check || signature.Takes.Zip(given).All(pair => TypeRules.Fits(pair.Second.Type, pair.First)));

    private static string NoSuchCall(Syntax.Call call, CelFunction function, ImmutableArray<Compiled> given)
    {
        var wanted = function.Signatures.Select(signature =>
            CelSignature.Describe(function.Name, signature.BeforeDot, signature.Takes)
        );
        var written = CelSignature.Describe(call.Function, call.Target is not null, given.Select(part => part.Type));
        return $"there is no {written}, only {string.Join(", ", wanted)}";
    }

    private Evaluator? Run(
        Syntax.Call call,
        CelFunction function,
        ImmutableArray<Syntax> written,
        ImmutableArray<Compiled> given
    )
    {
        switch (given)
        {
            case [var only] when function is { OfOne: { } apply, TakesNull: true }:
                return facts => only.Run(facts) is { IsError: false } value ? apply(value) : only.Run(facts);
            case [var only] when function.OfOne is { } apply:
                return Strict(written[0], only, apply);
            case [var first, { Constant: { IsError: false, IsNull: false } constant }]
                when function.Prepare is { } prepare:
                var prepared = prepare(constant);
                if (prepared.Run is null && first.Constant is null)
                {
                    failures.Add(
                        new ConditionProblem(written[1].At.Offset, written[1].At.Length, prepared.Problem.ErrorMessage)
                    );
                }

                return Strict(written[0], first, prepared.On);
            case [var first, var second] when function.OfTwo is { } apply:
                return Strict(written[0], first, written[1], second, apply);
            default:
                return null;
        }
    }

    private Compiled List(Syntax.ListOf list)
    {
        ImmutableArray<Compiled> elements = [.. list.Items.Select(Compile)];
        var of = elements.IsEmpty ? CelType.Dyn : elements.Select(item => item.Type).Aggregate(TypeRules.Join);
        ImmutableArray<Evaluator> runs = [.. elements.Select(item => item.Run)];
        return Folded(
            list,
            new CelType.List(of),
            facts =>
            {
                var values = new CelValue[runs.Length];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = runs[i](facts);
                    if (values[i].IsError)
                    {
                        return values[i];
                    }
                }

                return CelList.Built(values);
            },
            elements.AsSpan()
        );
    }

    private Compiled Map(Syntax.MapOf map)
    {
        ImmutableArray<Compiled> keys = [.. map.Keys.Select(Compile)];
        ImmutableArray<Compiled> values = [.. map.Values.Select(Compile)];
        var keyType = keys.IsEmpty ? CelType.Dyn : keys.Select(key => key.Type).Aggregate(TypeRules.Join);
        var valueType = values.IsEmpty ? CelType.Dyn : values.Select(value => value.Type).Aggregate(TypeRules.Join);
        return Folded(
            map,
            new CelType.Map(keyType, valueType),
            facts =>
            {
                var entries = new CelMap();
                for (var i = 0; i < keys.Length; i++)
                {
                    var (key, value) = (keys[i].Run(facts), values[i].Run(facts));
                    if (key.IsError || value.IsError)
                    {
                        return key.IsError ? key : value;
                    }

                    if (!CelMap.CanBeKey(key.Kind))
                    {
                        return CelValue.Error(
                            $"unsupported key type: {CelText.KindName(key)} cannot be the key of a map"
                        );
                    }

                    if (!entries.TryAdd(key, value))
                    {
                        return CelValue.Error($"repeated key: {key} stands in the map twice");
                    }
                }

                return entries.IsTooLarge ? CelList.TooLarge : CelValue.Map(entries);
            },
            [.. keys, .. values]
        );
    }
}
