using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Host.Processes;

/// <summary><c>GET /api/processes/{key}/subjects</c>: the tree of what a case can be about, and those that fit what was typed.</summary>
internal static class ListSubjects
{
    /// <param name="Translations">The title by language; empty where there is only one.</param>
    /// <param name="Path">The keys from the top of the tree down to this subject.</param>
    /// <param name="PathTitle">The titles on the way, such as <c>Hardware / Printers</c>.</param>
    /// <param name="Retired">No case comes to be about it any more.</param>
    public sealed record SubjectView(
        string Key,
        string Title,
        ImmutableSortedDictionary<string, string> Translations,
        string? Parent,
        ImmutableArray<string> Path,
        string PathTitle,
        bool Retired
    );

    public static void Map(IEndpointRouteBuilder processes) =>
        processes
            .MapGet("/{key}/subjects", Handle)
            .Needs(Rights.ReadDefinitions)
            .Needs(Rights.ReadDefinitions)
            .WithName(nameof(ListSubjects))
            .WithSummary("What a case can be about, from the top of the tree down")
            .ProducesProblems(401, 404);

    /// <param name="q">The beginnings of words of the title, in any language, or of the key; all of them where it is left out.</param>
    private static Results<Ok<Page<SubjectView>>, ApiProblem> Handle(string key, string? q, ProcessCatalog catalog)
    {
        if (catalog.Newest(key) is not { Parts.Subjects: var subjects })
        {
            return ApiProblem.NotFound($"There is no process '{key}'.");
        }

        var typed = FoldedText.Of(q).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return TypedResults.Ok(
            new Page<SubjectView>(
                [.. subjects.All.Where(subject => Fits(subject, typed)).Select(subject => View(subject, subjects))],
                null
            )
        );
    }

    private static bool Fits(SubjectDefinition subject, string[] typed)
    {
        var words = FoldedText
            .Of(string.Join(' ', subject.Title.Translations.Values.Append(subject.Title.Text).Append(subject.Key)))
            .Split(' ');
        return Array.TrueForAll(
            typed,
            beginning => Array.Exists(words, word => word.StartsWith(beginning, StringComparison.Ordinal))
        );
    }

    private static SubjectView View(SubjectDefinition subject, SubjectTree subjects)
    {
        var path = subjects.Path(subject.Key);
        return new(
            subject.Key,
            subject.Title.Text,
            subject.Title.Translations,
            subject.Parent,
            path,
            string.Join(" / ", path.Select(one => subjects.Find(one)!.Title.Text)),
            subject.IsRetired
        );
    }
}
