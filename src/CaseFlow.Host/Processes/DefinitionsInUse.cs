using CaseFlow.Engine.Processes;

namespace CaseFlow.Host.Processes;

/// <summary>
/// What a definition leaves out although it is in use. Checking a definition, foreseeing what it does and publishing it all
/// ask here, so that none of them promises what another one refuses.
/// </summary>
internal sealed class DefinitionsInUse(SubjectsInUse subjects, SlasInUse slas)
{
    /// <summary>Whether a draft may be published, as it reads and beside what is in use.</summary>
    public async Task<DraftCheck> Check(Draft draft, CancellationToken cancellation)
    {
        var check = draft.Check();
        return
            check is DraftCheck.Ready(var process)
            && await LeftOut(process, draft.File, cancellation) is [_, ..] leftOut
            ? new DraftCheck.Broken(leftOut)
            : check;
    }

    /// <summary>A problem for each name that is in use and that the definition leaves out.</summary>
    public async Task<ImmutableArray<Problem>> LeftOut(
        CaseProcess process,
        string file,
        CancellationToken cancellation
    ) => [.. await subjects.LeftOut(process, file, cancellation), .. await slas.LeftOut(process, file, cancellation)];

    /// <summary>Where a section stands, for what is missing in it; the top where there is no such section any more.</summary>
    public static int LineOf(string section, CaseProcess process)
    {
        var number = 1;
        foreach (var line in process.Parts.Source.AsSpan().EnumerateLines())
        {
            if (
                line.StartsWith(section, StringComparison.Ordinal)
                && line[section.Length..].StartsWith(":", StringComparison.Ordinal)
            )
            {
                return number;
            }

            number++;
        }

        return 1;
    }
}
