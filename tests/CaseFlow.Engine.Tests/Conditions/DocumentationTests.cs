using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Tests.Conditions;

public sealed class DocumentationTests
{
    private static readonly string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "conditions.md"));

    public static TheoryData<string> Functions => [.. CelFunctions.All.Keys];

    public static TheoryData<MacroKind> EveryMacro => [.. Enum.GetValues<MacroKind>()];

    public static TheoryData<BinaryOperator> Operators => [.. Enum.GetValues<BinaryOperator>()];

    public static TheoryData<string> Examples => [.. page.Split("```cel\n")[1].Split("\n```")[0].Split('\n')];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_function_is_described(string name) => Assert.Matches($@"[`.]{name}\(", page);

    [Theory]
    [MemberData(nameof(EveryMacro))]
    public void Every_macro_is_described(MacroKind kind) =>
        Assert.Contains($".{kind.Name()}(x, ", page, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Operators))]
    public void Every_operator_is_described(BinaryOperator sign) =>
        Assert.Contains($"`{sign.Sign()}`", page, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_can_be_read(string text) => Desk.Read(text);
}
