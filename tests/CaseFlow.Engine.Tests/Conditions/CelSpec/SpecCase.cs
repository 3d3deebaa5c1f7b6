using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Tests.Conditions.CelSpec;

/// <summary>One of the specification's own cases: an expression with its variables, and the value or error it must give.</summary>
internal sealed record SpecCase(string Name, TextProto Case)
{
    public static IEnumerable<SpecCase> AllIn(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*.textproto").Order(StringComparer.Ordinal)
        let file = TextProto.Read(File.ReadAllText(path))
        from section in file.Messages("section")
        from test in section.Messages("test")
        select new SpecCase($"{file.Text("name")}/{section.Text("name")}/{test.Text("name")}", test);

    /// <summary>Null where the case passes, else how it failed.</summary>
    public string? Run()
    {
        var types = Case.Messages("type_env")
            .ToDictionary(
                variable => variable.Text("name")!,
                variable => SpecTypes.Read(variable.Message("ident")?.Message("type")),
                StringComparer.Ordinal
            );
        var values = Case.Messages("bindings")
            .ToDictionary(
                binding => binding.Text("key")!,
                binding => SpecValues.Read(binding.Message("value")!.Message("value")!),
                StringComparer.Ordinal
            );
        var variables = types
            .Keys.Union(values.Keys, StringComparer.Ordinal)
            .Select(name => new ConditionVariable(name, types.GetValueOrDefault(name, CelType.Dyn)));
        var scope = new ConditionScope([.. variables]);

        var read = Expression.Read(Case.Text("expr")!, scope, check: Case.Bytes("disable_check") != "true");
        if (read.Expression is null)
        {
            return "refused: " + string.Join("; ", read.Problems.Select(problem => problem.Message));
        }

        var facts = new ConditionFacts(scope);
        foreach (var (name, value) in values)
        {
            facts.Set(name, value);
        }

        return Compare(read.Expression.Evaluate(facts));
    }

    private string? Compare(CelValue actual)
    {
        if (Case.Message("eval_error") is not null)
        {
            return actual.IsError ? null : $"gave {actual}, not an error";
        }

        var expected = Case.Message("value") is { } value ? SpecValues.Read(value) : CelValue.True;
        var same = expected.Kind == actual.Kind && expected.ToString() == actual.ToString();
        return same ? null : $"gave {actual}, not {expected}";
    }
}
