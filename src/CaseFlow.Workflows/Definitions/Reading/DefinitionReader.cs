using CaseFlow.Workflows.Documents;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads what a file says about the workflow as a whole.</summary>
internal sealed class DefinitionReader(ReadingNotes notes, IReadOnlyCollection<string> workflows)
{
    private readonly DeclarationReader declarations = new(notes);

    public WorkflowDefinition Read(DocumentObject document, string file)
    {
        var options = Group(document, "options");
        var name = Text(document, "name");
        var definitionId = Text(document, "definitionId") ?? name ?? NameOf(file);
        var version = DocumentValues.Whole(document["version"]) ?? 0;
        return new WorkflowDefinition
        {
            Document = document,
            DefinitionId = definitionId,
            VersionId = Text(document, "id") ?? FormattableString.Invariant($"{definitionId}-v{version}"),
            Name = name,
            Description = Text(document, "description"),
            Version = version,
            IsLatest = DocumentValues.Flag(document["isLatest"]),
            IsPublished = DocumentValues.Flag(document["isPublished"]),
            NamesOutputsByName =
                System.Version.TryParse(Text(document, "toolVersion"), out var tool) && tool.Major >= 3,
            IsUsableAsActivity =
                DocumentValues.Flag(options?["usableAsActivity"]) || DocumentValues.Flag(document["usableAsActivity"]),
            Variables = declarations.Variables(document),
            Inputs = declarations.Inputs(document),
            Outputs = declarations.Outputs(document),
            Outcomes = [.. DocumentValues.Items(document["outcomes"]).Select(DocumentValues.Text).OfType<string>()],
            Options = Options(document, options),
            Root = Root(document),
        };
    }

    private ActivityNode Root(DocumentObject document) =>
        new ActivityReader(notes, declarations, workflows).ReadRoot(document["root"])
        ?? new ActivityNode
        {
            At = document.At,
            Id = "Sequence1",
            Type = "Elsa.Sequence",
            Document = new DocumentObject(document.At, []),
        };

    private static WorkflowOptions Options(DocumentObject document, DocumentObject? options) =>
        new()
        {
            Incidents = Says(options?["incidentStrategyType"], "ContinueWithIncidents")
                ? IncidentStrategy.Continue
                : IncidentStrategy.Fault,
            Activation = Activation(options?["activationStrategyType"]),
            Flowchart = (document["customProperties"] as DocumentObject)?.Any("Flowchart:ExecutionMode") switch
            {
                { } mode when Says(mode, "Token") => FlowchartMode.Token,
                { } mode when Says(mode, "Counter") => FlowchartMode.Counter,
                _ => null,
            },
        };

    // The names of .NET types, in whichever of their namespaces.
    private static ActivationStrategy Activation(DocumentNode? written) =>
        Says(written, "CorrelatedSingleton") ? ActivationStrategy.CorrelatedSingleton
        : Says(written, "Singleton") ? ActivationStrategy.Singleton
        : Says(written, "CorrelationStrategy") ? ActivationStrategy.Correlation
        : ActivationStrategy.Always;

    private static bool Says(DocumentNode? written, string word) =>
        DocumentValues.Text(written)?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private DocumentObject? Group(DocumentObject document, string name)
    {
        if (document[name] is { } written and not DocumentObject)
        {
            notes.Refuse(written.At, WorkflowProblems.WrongShape, $"'{name}' is an object, and here is {written.Kind}");
        }

        return document[name] as DocumentObject;
    }

    private string? Text(DocumentObject document, string name)
    {
        if (document[name] is { } written and (DocumentObject or DocumentList))
        {
            notes.Refuse(written.At, WorkflowProblems.WrongShape, $"'{name}' is a text, and here is {written.Kind}");
        }

        return DocumentValues.Text(document[name]) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    // 'C:\flows\support.workflow.yaml' is 'support'.
    private static string NameOf(string file)
    {
        var name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
        var end = name.IndexOf('.', StringComparison.Ordinal);
        return end > 0 ? name[..end] : name;
    }
}
