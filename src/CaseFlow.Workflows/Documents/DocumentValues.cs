using System.Globalization;

namespace CaseFlow.Workflows.Documents;

/// <summary>Plain values out of a tree.</summary>
internal static class DocumentValues
{
    /// <summary>As expressions know values: texts, numbers, lists, objects.</summary>
    public static object? Plain(DocumentNode? node) =>
        node switch
        {
            DocumentText text => text.Value,
            DocumentFlag flag => flag.Value,
            DocumentNumber number => Number(number.Written),
            DocumentList list => (List<object?>)[.. list.Items.Select(Plain)],
            DocumentObject group => group.Members.ToDictionary(
                member => member.Name,
                member => Plain(member.Value),
                StringComparer.Ordinal
            ),
            _ => null,
        };

    /// <summary>A text, or what a bare word of YAML was taken for; null for anything else.</summary>
    public static string? Text(DocumentNode? node) =>
        node switch
        {
            DocumentText text => text.Value,
            DocumentNumber number => number.Written,
            DocumentFlag flag => flag.Written,
            _ => null,
        };

    public static bool Flag(DocumentNode? node) =>
        node switch
        {
            DocumentFlag flag => flag.Value,
            DocumentText text => bool.TryParse(text.Value, out var read) && read,
            _ => false,
        };

    public static int? Whole(DocumentNode? node) =>
        int.TryParse(Text(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)
            ? read
            : null;

    /// <summary>The items of a list, in whichever of its wrappers; a single object is a list of one.</summary>
    public static ImmutableArray<DocumentNode> Items(DocumentNode? node) =>
        node switch
        {
            DocumentList list => list.Items,
            DocumentObject group when group.Any("$values", "items", "values", "_items") is DocumentList list =>
                list.Items,
            DocumentObject group => [group],
            _ => [],
        };

    private static object Number(string written)
    {
        var culture = CultureInfo.InvariantCulture;
        return int.TryParse(written, NumberStyles.AllowLeadingSign, culture, out var small) ? small
            : long.TryParse(written, NumberStyles.AllowLeadingSign, culture, out var whole) ? whole
            : double.Parse(written, culture);
    }
}
