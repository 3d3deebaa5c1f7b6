using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads the activities that another one holds: in a list, in ports, in cases, in a state machine.</summary>
internal sealed class HeldActivities(ReadingNotes notes, InputReader inputs, Func<DocumentNode?, ActivityNode?> read)
{
    public ImmutableDictionary<string, ActivityNode> Ports(DocumentObject node, ActivityDescriptor descriptor)
    {
        var found = ImmutableDictionary.CreateBuilder<string, ActivityNode>(StringComparer.Ordinal);
        foreach (var port in descriptor.Ports)
        {
            if (node[port] is { } written && read(written) is { } activity)
            {
                found.Add(port, activity);
            }
        }

        return found.ToImmutable();
    }

    public ImmutableArray<ActivityNode> Several(DocumentObject node, ActivityDescriptor descriptor)
    {
        var name =
            descriptor.IsContainer ? "activities"
            : descriptor.Type == "Elsa.Fork" ? "branches"
            : null;
        if (name is null)
        {
            return [];
        }

        var found = DocumentValues
            .Items(node[name])
            .Where(item => item is not DocumentNothing)
            .Select(read)
            .OfType<ActivityNode>()
            .ToImmutableArray();
        foreach (var twice in found.GroupBy(one => one.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            notes.Refuse(
                twice.Last().At,
                WorkflowProblems.SameId,
                $"two activities beside each other have the id '{twice.Key}'; connections could not tell them apart"
            );
        }

        return found;
    }

    /// <summary>The cases of a switch, or the status codes that a request has activities for.</summary>
    public ImmutableArray<SwitchCase> Cases(DocumentObject node)
    {
        var written =
            node.Any("cases")
            ?? (
                node["expectedStatusCodes"] is DocumentObject { } one && one.Has("typeName")
                    ? null
                    : node["expectedStatusCodes"]
            );
        return
        [
            .. DocumentValues
                .Items(written)
                .OfType<DocumentObject>()
                .Select(item => new SwitchCase(
                    item.At,
                    DocumentValues.Text(item.Any("label", "statusCode")) ?? "",
                    item["condition"] is { } condition ? inputs.Expression(condition, "condition") : null,
                    read(item["activity"])
                )),
        ];
    }

    public ImmutableArray<MachineState> States(DocumentObject node) =>
        [
            .. DocumentValues
                .Items(node["states"])
                .OfType<DocumentObject>()
                .Select(state => new MachineState(
                    state.At,
                    DocumentValues.Text(state["name"]) ?? "",
                    read(state["entry"]),
                    read(state["exit"])
                )),
        ];

    public ImmutableArray<MachineTransition> Transitions(DocumentObject node) =>
        [
            .. DocumentValues
                .Items(node["transitions"])
                .OfType<DocumentObject>()
                .Select(move => new MachineTransition(
                    move.At,
                    DocumentValues.Text(move["name"]) ?? "",
                    DocumentValues.Text(move["from"]) ?? "",
                    DocumentValues.Text(move["to"]) ?? "",
                    read(move["trigger"]),
                    move["condition"] is { } condition
                        ? inputs.Read(condition, "condition", DeclaredType.Boolean)?.Expression
                        : null,
                    read(move["action"])
                )),
        ];
}
