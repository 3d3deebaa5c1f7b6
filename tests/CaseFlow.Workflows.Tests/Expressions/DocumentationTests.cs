using System.Globalization;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.JavaScript;
using CaseFlow.Workflows.Expressions.Liquid;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Expressions;

public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(
        Path.Combine(Repository.Root, "docs", "workflow-expressions.md")
    );

    [Fact]
    public void The_page_names_every_function() =>
        Assert.All(
            ScriptFunctions.All.Keys.Concat(ScriptFunctions.OfActivities.Keys),
            name => Assert.Contains($"`{name}(", Page, StringComparison.Ordinal)
        );

    [Fact]
    public void The_page_names_every_syntax_type_object_and_root()
    {
        Assert.All(ExpressionSyntaxes.Known, Named);
        Assert.All(TypeNames.Aliases.Select(alias => alias.Key), Named);
        Assert.All(DotNetTypes.Names, Named);
        Assert.All(TemplateRoots.Simple.Keys, Named);
        Assert.All(
            TemplateRoots.WithMembers.Keys,
            name => Assert.Contains($"`{name}.<", Page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_page_names_the_limits_as_they_are()
    {
        var limits = new ScriptLimits();

        Assert.Contains($"| {limits.Time.TotalMilliseconds} ms |", Page, StringComparison.Ordinal);
        Assert.All(
            [limits.Statements, limits.Recursion, limits.ListLength, limits.TextLength],
            limit =>
                Assert.Contains(
                    string.Create(CultureInfo.InvariantCulture, $"| {limit:N0} |"),
                    Page,
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"| {limits.Memory:N0} bytes |"),
            Page,
            StringComparison.Ordinal
        );
        Assert.Contains($"| {FromScript.Deepest} |", Page, StringComparison.Ordinal);
    }

    private static void Named(string name) => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal);
}
