using CaseFlow.Workflows.Documents;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Where the value of an input stands.</summary>
internal static class CheckedPlace
{
    /// <param name="otherwise">Where it is not written as an expression.</param>
    public static DocumentPlace Of(ActivityNode activity, string input, DocumentPlace otherwise) =>
        activity.Document[input] is DocumentObject group
        && group["expression"] is DocumentObject expression
        && expression["value"] is { } value
            ? value.At
            : otherwise;
}
