using CaseFlow.Workflows.Documents;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads the connections of a flowchart, in whichever of their shapes.</summary>
internal static class ConnectionReader
{
    public static ImmutableArray<FlowConnection> Read(DocumentObject flowchart, ReadingNotes notes)
    {
        var found = ImmutableArray.CreateBuilder<FlowConnection>();
        var seen = new HashSet<(string, string?, string)>();
        foreach (var item in DocumentValues.Items(flowchart["connections"]))
        {
            if (item is not DocumentObject written || Connection(written) is not { } connection)
            {
                notes.Refuse(
                    item.At,
                    WorkflowProblems.WrongShape,
                    "a connection has a 'source' and a 'target', each with an 'activity'"
                );
            }
            else if (seen.Add((connection.Source, connection.Port, connection.Target)))
            {
                found.Add(connection);
            }
        }

        return found.DrainToImmutable();
    }

    private static FlowConnection? Connection(DocumentObject written)
    {
        var source = written.Any("source", "Source");
        var target = written.Any("target", "Target");
        var (from, port) = source is DocumentObject end
            ? (DocumentValues.Text(end.Any("activity", "Activity")), end.Any("port", "Port"))
            : (DocumentValues.Text(source), written.Any("sourcePort", "SourcePort"));
        var to = DocumentValues.Text(target is DocumentObject other ? other.Any("activity", "Activity") : target);
        return from is null || to is null ? null : new FlowConnection(written.At, from, DocumentValues.Text(port), to);
    }
}
