using System.Runtime.InteropServices;

namespace CaseFlow.Workflows.Documents;

/// <summary>Where something stands in a file. Lines and columns count from 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DocumentPlace(int Line, int Column);

/// <summary>A value of a workflow's file, JSON or YAML, with its place. Whatever the file says is kept.</summary>
public abstract record DocumentNode(DocumentPlace At)
{
    /// <summary>What it is, for a sentence: <c>here is a list</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether both say the same, wherever they stand.</summary>
    public bool Says(DocumentNode? other) =>
        (this, other) switch
        {
            (DocumentObject one, DocumentObject two) => one.Members.Length == two.Members.Length
                && one.Members.Zip(two.Members).All(pair => pair.First.Says(pair.Second)),
            (DocumentList one, DocumentList two) => one.Items.Length == two.Items.Length
                && one.Items.Zip(two.Items).All(pair => pair.First.Says(pair.Second)),
            (DocumentText one, DocumentText two) => one.Value == two.Value,
            (DocumentNumber one, DocumentNumber two) => one.Written == two.Written,
            (DocumentFlag one, DocumentFlag two) => one.Value == two.Value,
            (DocumentNothing, DocumentNothing) => true,
            _ => false,
        };
}

/// <summary>Names with values, in the order of the file.</summary>
public sealed record DocumentObject(DocumentPlace At, ImmutableArray<DocumentMember> Members) : DocumentNode(At)
{
    public override string Kind => "an object";

    /// <summary>The member of exactly this name, or null; also where it says nothing.</summary>
    public DocumentNode? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Name == name)
                {
                    return member.Value is DocumentNothing ? null : member.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The first member that has one of these names and says something.</summary>
    public DocumentNode? Any(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public bool Has(string name) => Members.Any(member => member.Name == name);
}

/// <summary>A name with its value.</summary>
public sealed record DocumentMember(DocumentPlace At, string Name, DocumentNode Value)
{
    internal bool Says(DocumentMember other) => Name == other.Name && Value.Says(other.Value);
}

/// <summary>Values, one after the other.</summary>
public sealed record DocumentList(DocumentPlace At, ImmutableArray<DocumentNode> Items) : DocumentNode(At)
{
    public override string Kind => "a list";
}

/// <summary>A text.</summary>
public sealed record DocumentText(DocumentPlace At, string Value) : DocumentNode(At)
{
    public override string Kind => "a text";
}

/// <summary>A number, as it is written.</summary>
public sealed record DocumentNumber(DocumentPlace At, string Written) : DocumentNode(At)
{
    public override string Kind => "a number";
}

/// <summary>True or false.</summary>
/// <param name="Written">How YAML has it, where a text was meant: <c>False</c>.</param>
public sealed record DocumentFlag(DocumentPlace At, bool Value, string Written) : DocumentNode(At)
{
    public override string Kind => "true or false";
}

/// <summary>Nothing: <c>null</c>.</summary>
public sealed record DocumentNothing(DocumentPlace At) : DocumentNode(At)
{
    public override string Kind => "nothing";
}
