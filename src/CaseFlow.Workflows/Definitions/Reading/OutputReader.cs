using CaseFlow.Workflows.Documents;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads where outputs go.</summary>
internal static class OutputReader
{
    public static ImmutableDictionary<string, OutputBinding> Read(DocumentObject node, IEnumerable<string> names)
    {
        var found = ImmutableDictionary.CreateBuilder<string, OutputBinding>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (
                node[name] is DocumentObject output
                && DocumentValues.Text((output["memoryReference"] as DocumentObject)?["id"]) is { } target
            )
            {
                found[name] = new OutputBinding(output.At, target);
            }
        }

        return found.ToImmutable();
    }
}
