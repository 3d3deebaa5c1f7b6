using System.Globalization;
using System.Text;
using CaseFlow.Engine.Processes;
using CaseFlow.Tests;

namespace CaseFlow.Benchmarks;

/// <summary>The definitions that functions are measured with.</summary>
internal static class Processes
{
    public static CaseProcess SupportCase { get; } =
        Read(File.ReadAllText(Repository.PathTo("workflows", "support-case", "support-case.process.yaml")));

    /// <summary>The same process with a routing table of so many rules, three conditions each, of which only the last rule's all hold.</summary>
    public static CaseProcess WithRules(int count)
    {
        var source = SupportCase.Parts.Source;
        var begins = source.IndexOf("\nrouting:", StringComparison.Ordinal);
        var ends = source.IndexOf("\ncalendars:", begins, StringComparison.Ordinal);
        var text = new StringBuilder(source[..begins]).Append("\nrouting:\n");
        for (var rule = 1; rule <= count; rule++)
        {
            var product = rule == count ? "Laptop" : "Cloud";
            text.Append(
                CultureInfo.InvariantCulture,
                $"""
                  - rule: Rule {rule}
                    when:
                      - case.origin == 'phone'
                      - customer.tier in ['silver', 'tier-{rule}']
                      - case.product == '{product}'
                    queue: outage

                """
            );
        }

        return Read(text.Append("  - otherwise: front-line\n").Append(source[ends..]).ToString());
    }

    private static CaseProcess Read(string source) =>
        ProcessReader.Read("support-case.process.yaml", source) switch
        {
            ReadResult.Ready(var process) => process,
            ReadResult.Broken(var problems) => throw new InvalidOperationException(string.Join('\n', problems)),
            var other => throw new InvalidOperationException(other.ToString()),
        };
}
