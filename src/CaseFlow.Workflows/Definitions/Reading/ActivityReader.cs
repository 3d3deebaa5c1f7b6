using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads activities with all that they hold.</summary>
internal sealed class ActivityReader
{
    // Every connection is held against those before it, to find what leads back.
    private const int MostActivities = 5_000;
    private const int MostConnections = 20_000;

    private readonly ReadingNotes notes;
    private readonly DeclarationReader declarations;
    private readonly IReadOnlyCollection<string> workflows;
    private readonly InputReader inputs;
    private readonly HeldActivities held;
    private readonly Dictionary<string, int> named = new(StringComparer.Ordinal);

    /// <param name="workflows">The types of the workflows that may be held as activities.</param>
    public ActivityReader(ReadingNotes notes, DeclarationReader declarations, IReadOnlyCollection<string> workflows)
    {
        this.notes = notes;
        this.declarations = declarations;
        this.workflows = workflows;
        inputs = new InputReader(notes);
        held = new HeldActivities(notes, inputs, Read);
    }

    public ActivityNode? ReadRoot(DocumentNode? written) => written is null ? null : Read(written);

    private ActivityNode? Read(DocumentNode? written)
    {
        if (written is not DocumentObject node)
        {
            if (written is not null)
            {
                notes.Refuse(
                    written.At,
                    WorkflowProblems.WrongShape,
                    $"an activity is an object with a 'type', and here is {written.Kind}"
                );
            }

            return null;
        }

        if (DocumentValues.Text(node["type"]) is not { Length: > 0 } type)
        {
            notes.Refuse(node.At, WorkflowProblems.MissingType, "an activity needs a 'type', such as Elsa.WriteLine");
            return null;
        }

        var id = DocumentValues.Text(node["id"]) is { Length: > 0 } given ? given : NextId(type);
        var custom = node["customProperties"] as DocumentObject;
        var activity = new ActivityNode
        {
            At = node.At,
            Id = id,
            Name = DocumentValues.Text(node["name"]),
            Type = type,
            CanStart =
                DocumentValues.Flag(custom?.Any("canStartWorkflow", "CanStartWorkflow"))
                || DocumentValues.Flag(node["canStartWorkflow"]),
            MergeMode = DocumentValues.Text(custom?.Any("mergeMode", "MergeMode")),
            Document = node,
        };
        return ActivityCatalog.Find(type) is { } descriptor
            ? ReadBuiltIn(activity, node, descriptor)
            : ReadWorkflow(activity, node);
    }

    private ActivityNode ReadBuiltIn(ActivityNode activity, DocumentObject node, ActivityDescriptor descriptor)
    {
        if (descriptor.Refused is { } reason)
        {
            notes.Refuse(
                (node["type"] ?? node).At,
                WorkflowProblems.NotAvailable,
                $"'{activity.Type}' cannot run here: {reason}"
            );
            return activity;
        }

        StrangerCheck.Run(node, descriptor, notes);
        if (
            DocumentValues.Items(node["activities"]).Length > MostActivities
            || DocumentValues.Items(node["connections"]).Length > MostConnections
        )
        {
            notes.Refuse(
                node.At,
                WorkflowProblems.TooMuch,
                FormattableString.Invariant(
                    $"'{activity.Id}' holds more than {MostActivities:N0} activities or {MostConnections:N0} connections; split the workflow"
                )
            );
            return activity;
        }

        return activity with
        {
            Inputs = Inputs(node, descriptor),
            Outputs = OutputReader.Read(node, descriptor.Outputs.Select(output => output.Name)),
            Activities = held.Several(node, descriptor),
            Cases = held.Cases(node),
            Ports = held.Ports(node, descriptor),
            Connections = descriptor.Type == "Elsa.Flowchart" ? ConnectionReader.Read(node, notes) : [],
            Variables = descriptor.IsContainer ? declarations.Variables(node) : [],
            States = descriptor.Type == "Elsa.StateMachine" ? held.States(node) : [],
            Transitions = descriptor.Type == "Elsa.StateMachine" ? held.Transitions(node) : [],
        };
    }

    private ActivityNode ReadWorkflow(ActivityNode activity, DocumentObject node)
    {
        var definitionId = DocumentValues.Text(node["workflowDefinitionId"]);
        var versionId = DocumentValues.Text(node["workflowDefinitionVersionId"]);
        var isKnown = workflows.Contains(activity.Type, StringComparer.Ordinal);
        if (definitionId is null && versionId is null && !isKnown)
        {
            notes.Refuse(
                (node["type"] ?? node).At,
                WorkflowProblems.UnknownActivity,
                $"there is no activity '{activity.Type}' (at '{activity.Id}'){ActivityCatalog.Suggest(activity.Type)}"
            );
            return activity;
        }

        var members = node
            .Members.Where(member =>
                member.Value is DocumentObject && !ActivityMembers.Common.Contains(member.Name, StringComparer.Ordinal)
            )
            .ToLookup(member =>
                ((DocumentObject)member.Value).Has("memoryReference")
                && !((DocumentObject)member.Value).Has("expression")
            );
        var found = members[false]
            .Select(member => (member.Name, Input: inputs.Read(member.Value, member.Name, DeclaredType.Object)))
            .Where(member => member.Input is not null);
        return activity with
        {
            Workflow = new WorkflowReference(definitionId, versionId),
            Inputs = found.ToImmutableDictionary(
                member => member.Name,
                member => member.Input!,
                StringComparer.Ordinal
            ),
            Outputs = OutputReader.Read(node, members[true].Select(member => member.Name)),
        };
    }

    private ImmutableDictionary<string, InputBinding> Inputs(DocumentObject node, ActivityDescriptor descriptor)
    {
        var found = ImmutableDictionary.CreateBuilder<string, InputBinding>(StringComparer.Ordinal);
        foreach (var input in descriptor.Inputs.Where(input => !input.IsBare))
        {
            if (node[input.Name] is { } written && inputs.Read(written, input.Name, input.Type) is { } binding)
            {
                found.Add(input.Name, binding);
            }
        }

        return found.ToImmutable();
    }

    // The cases of a switch, or the status codes that a request has activities for.
    private string NextId(string type)
    {
        var name = type[(type.LastIndexOf('.') + 1)..];
        var number = named.GetValueOrDefault(name) + 1;
        named[name] = number;
        return FormattableString.Invariant($"{name}{number}");
    }
}
