using CaseFlow.Engine;
using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads the variables, inputs and outputs that a workflow or a container declares.</summary>
internal sealed class DeclarationReader(ReadingNotes notes)
{
    public ImmutableArray<VariableDeclaration> Variables(DocumentObject holder) =>
        [.. Groups(holder, "variables").Select(Variable).OfType<VariableDeclaration>()];

    public ImmutableArray<InputDeclaration> Inputs(DocumentObject document) =>
        [
            .. Groups(document, "inputs")
                .Select(group => new InputDeclaration(
                    group.At,
                    DocumentValues.Text(group["name"]) ?? "",
                    Type(group, DocumentValues.Text(group["type"])) ?? DeclaredType.Object,
                    IsKept(group["storageDriverType"])
                )),
        ];

    public ImmutableArray<OutputDeclaration> Outputs(DocumentObject document) =>
        [
            .. Groups(document, "outputs")
                .Select(group => new OutputDeclaration(
                    group.At,
                    DocumentValues.Text(group["name"]) ?? "",
                    Type(group, DocumentValues.Text(group["type"])) ?? DeclaredType.Object
                )),
        ];

    private VariableDeclaration? Variable(DocumentObject group)
    {
        var name = DocumentValues.Text(group["name"]);
        var type = Type(group, DocumentValues.Text(group["typeName"]));
        if (name is null || type is null)
        {
            return null;
        }

        var driver = group.Any("storageDriverTypeName", "storageDriverType");
        if (driver is null)
        {
            notes.Warn(
                group.At,
                WorkflowProblems.NoStorage,
                $"variable '{name}' has no storage driver: it is back at its default whenever the workflow has waited"
            );
        }

        return new VariableDeclaration(
            group.At,
            DocumentValues.Text(group["id"]) ?? name,
            name,
            type,
            Default(group["value"], name, type),
            IsKept(driver)
        );
    }

    private object? Default(DocumentNode? written, string name, DeclaredType type)
    {
        if (written is null || (DocumentValues.Text(written) is "" && type.Kind != ValueKind.String))
        {
            return type.Default;
        }

        var converted = ValueConverter.Convert(DocumentValues.Plain(written), type);
        if (converted.Failure is not null)
        {
            notes.Warn(
                written.At,
                WorkflowProblems.NotConverted,
                $"the default of variable '{name}' is dropped: {converted.Failure}"
            );
        }

        return converted.Value;
    }

    private DeclaredType? Type(DocumentObject group, string? name)
    {
        var isList = DocumentValues.Flag(group["isArray"]) || DocumentValues.Flag(group["isCollection"]);
        if (TypeNames.TryRead(name ?? "Object", isList, out var type))
        {
            return type;
        }

        // A type of another program is an object here; only a slip in one of ours is worth a word.
        notes.Warn(
            (group.Any("typeName", "type") ?? group).At,
            WorkflowProblems.UnknownType,
            $"'{name}' is no type that is known here{Nearest.Suggest(name!, TypeNames.Aliases.Select(alias => alias.Key))}; "
                + "its values are taken as they come"
        );
        return DeclaredType.Object;
    }

    // Old namespaces and assemblies count too, so only the name of the class is looked at.
    private static bool IsKept(DocumentNode? driver) =>
        DocumentValues.Text(driver) is { } written
        && (
            written.Contains("WorkflowInstance", StringComparison.OrdinalIgnoreCase)
            || written.Contains("WorkflowStorageDriver", StringComparison.OrdinalIgnoreCase)
            || written.Equals("Workflow", StringComparison.OrdinalIgnoreCase)
        );

    private IEnumerable<DocumentObject> Groups(DocumentObject holder, string name)
    {
        foreach (var item in DocumentValues.Items(holder[name]))
        {
            if (item is DocumentObject group)
            {
                yield return group;
            }
            else if (item is not DocumentNothing)
            {
                notes.Refuse(item.At, WorkflowProblems.WrongShape, $"'{name}' lists objects, and here is {item.Kind}");
            }
        }
    }
}
