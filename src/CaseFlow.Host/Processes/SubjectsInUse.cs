using CaseFlow.Engine.Processes;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Processes;

/// <summary>A subject that cases are about is retired and not taken out: lists and reports go on finding them below it.</summary>
internal sealed class SubjectsInUse(IDbContextFactory<CaseFlowDb> databases, ProcessCatalog catalog)
{
    /// <summary>A problem for each subject of the version that runs which cases are about and the definition leaves out.</summary>
    public async Task<ImmutableArray<Problem>> LeftOut(CaseProcess process, string file, CancellationToken cancellation)
    {
        var known = catalog.Newest(process.Key)?.Parts.Subjects ?? SubjectTree.None;
        string[] gone =
        [
            .. known.All.Select(subject => subject.Key).Where(key => process.Parts.Subjects.Find(key) is null),
        ];
        if (gone.Length == 0)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var used = await db
            .Cases.AsNoTracking()
            .Where(row => row.Process == process.Key && gone.Contains(row.Subject))
            .Select(row => row.Subject)
            .Distinct()
            .OrderBy(subject => subject)
            .ToListAsync(cancellation);
        var line = DefinitionsInUse.LineOf("subjects", process);
        return
        [
            .. used.Select(subject => new Problem(
                file,
                line,
                1,
                ProblemCodes.SubjectInUse,
                $"cases are about the subject '{subject}', which is left out; keep it, with 'retired: true'"
            )),
        ];
    }
}
