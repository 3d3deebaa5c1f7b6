using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Webhooks;
using CaseFlow.Engine.Webhooks.Reading.Keys;

namespace CaseFlow.Engine.Tests.Webhooks;

/// <summary>The page about webhooks says what the reader reads.</summary>
public class WebhookDocumentationTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathTo("docs", "webhooks-in.md"));

    [Fact]
    public void Each_key_is_explained() =>
        Assert.All(
            KeysOf(new Shape.Keys(WebhookKeys.Section)).Distinct(StringComparer.Ordinal),
            key => Assert.Contains($"`{key}`", Page, StringComparison.Ordinal)
        );

    [Fact]
    public void Each_example_can_be_read()
    {
        var blocks = Page.Split("```yaml\n").Skip(1).Select(rest => rest.Split("```")[0]).ToList();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Hooks.Ready(block, block.Split('\n')[0].Split(' ')[1] + WebhookReader.FileEnding));
    }

    private static IEnumerable<string> KeysOf(Shape shape) =>
        shape switch
        {
            Shape.Keys(var section) => KeysOf(section),
            Shape.ShortOr(_, var section) => KeysOf(section),
            Shape.Kinds(_, var kinds) => kinds.SelectMany(KeysOf),
            Shape.OneOrMany(var of) => KeysOf(of),
            Shape.ListOf list => KeysOf(list.Of),
            _ => [],
        };

    private static IEnumerable<string> KeysOf(Section section) =>
        section.Keys.SelectMany(key => KeysOf(key.Shape).Prepend(key.Name));
}
