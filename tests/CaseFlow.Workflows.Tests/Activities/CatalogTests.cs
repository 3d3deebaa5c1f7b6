using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Running;

namespace CaseFlow.Workflows.Tests.Activities;

public class CatalogTests
{
    [Fact]
    public void Every_activity_that_is_not_refused_can_run() =>
        Assert.Equal(
            ActivityCatalog.All.Where(one => one.Refused is null).Select(one => one.Type),
            ActivityExecutors.Types.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_activity_of_Elsa_is_known_with_its_inputs_outputs_and_ports()
    {
        ActivityDescriptor? current = null;
        foreach (var line in File.ReadLines(Path.Combine(SharedData.Folder("elsa-conformance"), "activities.txt")))
        {
            var words = line.Trim().Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries);
            if (!line.StartsWith(' '))
            {
                current = ActivityCatalog.Find(words[0]);
                Assert.True(current is not null, words[0]);
            }
            else if (words is ["in", var input, ..])
            {
                Assert.True(current!.Input(input) is not null, $"{current.Type}.{input}");
            }
            else if (words is ["out", var output, ..])
            {
                Assert.True(current!.Output(output) is not null, $"{current.Type}.{output}");
            }
            else if (words is ["ports", ..] && current!.Refused is null)
            {
                Embedded(current, line);
            }
        }
    }

    [Fact]
    public void Every_activity_stands_in_the_documentation_with_what_it_does()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "workflows.md"));

        foreach (var activity in ActivityCatalog.All)
        {
            Assert.Contains(ActivityPage.Row(activity), page, StringComparison.Ordinal);
        }
    }

    private static void Embedded(ActivityDescriptor activity, string line)
    {
        foreach (
            var port in line.Trim()["ports".Length..]
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var (name, kind) = (port.Split(':')[0], port.Split(':')[1]);
            var member = char.ToLowerInvariant(name[0]) + name[1..];
            var isKnown =
                kind == "Embedded"
                    ? activity.Ports.Contains(member) || name == "Start"
                    : activity.Outcomes.Contains(name);
            Assert.True(isKnown, $"{activity.Type}: {port}");
        }
    }
}
