using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the queues.</summary>
internal static class QueueReader
{
    public static ImmutableArray<QueueDefinition> Read(YamlNode? section, ProblemList problems) =>
        [
            .. section
                .Entries()
                .Select(entry => new QueueDefinition(
                    entry.Name,
                    Labels.Read(entry.Value.At(QueueKeys.Title), entry.Name)
                )
                {
                    Members = Distinct.Read(entry.Value.At(QueueKeys.Members).ManyScalars(), "member", problems),
                    Owner = entry.Value.At(QueueKeys.Owner).AsText(),
                }),
        ];
}
