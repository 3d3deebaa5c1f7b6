using CaseFlow.Engine;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Documents;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Looks for inputs that an activity does not have: a slip in a name makes its value count as not given.</summary>
internal static class StrangerCheck
{
    public static void Run(DocumentObject node, ActivityDescriptor descriptor, ReadingNotes notes)
    {
        var known = descriptor
            .Inputs.Select(input => input.Name)
            .Concat(descriptor.Outputs.Select(output => output.Name))
            .Concat(descriptor.Ports)
            .ToImmutableArray();
        foreach (var member in node.Members)
        {
            if (
                member.Value is DocumentObject value
                && value.Has("expression")
                && !known.Contains(member.Name, StringComparer.Ordinal)
                && !ActivityMembers.Common.Contains(member.Name, StringComparer.Ordinal)
            )
            {
                notes.Warn(
                    member.At,
                    WorkflowProblems.UnknownMember,
                    $"'{descriptor.Type}' has no input '{member.Name}'{Nearest.Suggest(member.Name, known)}"
                );
            }
        }
    }
}
