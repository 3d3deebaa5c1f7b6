using CaseFlow.Workflows.Documents;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Tells definitions of Elsa 3 from what looks like them.</summary>
internal static class FormatCheck
{
    public static bool IsElsa3(DocumentObject document, ReadingNotes notes)
    {
        if (document.Has("root"))
        {
            return true;
        }

        if (IsElsa2(document))
        {
            notes.Refuse(
                document.At,
                WorkflowProblems.OtherFormat,
                "this is a workflow of Elsa 2, which has other activities; draw it in Elsa Studio 3 and export it from there"
            );
            return false;
        }

        // Every definition has one of these; without them it is something else that happens to be an object.
        if (document.Any("definitionId", "id", "name") is not null)
        {
            return true;
        }

        notes.Refuse(
            document.At,
            WorkflowProblems.WrongShape,
            "this is no workflow: it has neither a root nor an id; a workflow has 'definitionId', 'name' and 'root'"
        );
        return false;
    }

    private static bool IsElsa2(DocumentObject document) =>
        document["activities"] is DocumentList
        || (document["activities"] is DocumentObject && document.Has("connections"))
        || document.Has("definitionVersionId")
        || document.Has("persistenceBehavior")
        || document["workflow"] is DocumentObject;
}
