using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Processes;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Cases;

/// <summary>Reads the other cases that a command is about: those it names, and the children that it reaches through them.</summary>
internal sealed class RelatedCaseReader(
    CaseJournal journal,
    ProcessCatalog processes,
    CaseScopes scopes,
    IDbContextFactory<CaseFlowDb> databases
)
{
    /// <summary>The ids of the cases that the command names, or that may end with this one.</summary>
    public static ImmutableArray<CaseId> NamedBy(CaseProcess process, Case? current, CaseCommand? command)
    {
        var named = Named(process, current, command);
        return
            process is { EndsByItself: true, Parts.Policies.Closing: not ChildPolicy.Independent }
            && current is { Children: [_, ..] children }
            ? [.. named.Union(children)]
            : named;
    }

    private static ImmutableArray<CaseId> Named(CaseProcess process, Case? current, CaseCommand? command) =>
        command switch
        {
            CaseCommand.Create { Parent: { } parent } => [parent],
            CaseCommand.Create { From.Case: var from } => [from],
            CaseCommand.Merge merge => [.. merge.Cases.Distinct().Take(process.Parts.Policies.MaxMerged + 1)],
            CaseCommand.Unmerge { Case: { } named } => [named],
            CaseCommand.Unmerge => [.. current?.MergedCases.Take(1).Select(merged => merged.Id) ?? []],
            CaseCommand.AddChildren add => [.. add.Cases.Distinct().Take(process.Parts.Policies.MaxChildren + 1)],
            CaseCommand.RemoveChild remove => [remove.Case],
            CaseCommand.LinkSimilar link => [link.Other],
            CaseCommand.Cancel { Into: { } into } => [into, .. current?.Children ?? []],
            null
            or CaseCommand.Resolve
            or CaseCommand.Cancel when process.Parts.Policies.Closing != ChildPolicy.Independent => current?.Children
                ?? [],
            _ => [],
        };

    /// <param name="named">By <see cref="NamedBy"/>.</param>
    /// <param name="told">What the conditions of a case need to know.</param>
    public async ValueTask<(ImmutableArray<RelatedCase> Related, ImmutableArray<StoredCase> Stored)> Read(
        ImmutableArray<CaseId> named,
        CaseCommand? command,
        Func<Case, ValueTask<CaseFacts>> told,
        CancellationToken cancellation
    )
    {
        var related = ImmutableArray.CreateBuilder<RelatedCase>();
        var stored = ImmutableArray.CreateBuilder<StoredCase>();
        var waiting = new Queue<CaseId>(named);
        var known = named.ToHashSet();
        while (waiting.TryDequeue(out var id))
        {
            if (
                await journal.Load(id, cancellation) is not { } found
                || (IsWrittenOut(command, id) && !await MaySee(command!.By, found.Case, cancellation))
            )
            {
                continue;
            }

            var before =
                command is CaseCommand.Unmerge && found.Case.MergedInto is not null
                    ? await BeforeMerge(id, cancellation)
                    : null;
            related.Add(new(found.Case, await processes.For(found.Case), await told(found.Case), before));
            stored.Add(found);
            foreach (var child in ChildrenToo(found.Case, before, command))
            {
                if (known.Add(child))
                {
                    waiting.Enqueue(child);
                }
            }
        }

        return (related.ToImmutable(), stored.ToImmutable());
    }

    /// <summary>Whoever asked wrote this id himself: a case that he does not see is not there for him.</summary>
    private static bool IsWrittenOut(CaseCommand? command, CaseId id) =>
        command switch
        {
            CaseCommand.Cancel cancel => cancel.Into == id,
            CaseCommand.Create create => create.Parent == id,
            CaseCommand.Merge merge => merge.Cases.Contains(id),
            CaseCommand.AddChildren add => add.Cases.Contains(id),
            CaseCommand.LinkSimilar link => link.Other == id,
            _ => false,
        };

    private async ValueTask<bool> MaySee(Actor by, Case found, CancellationToken cancellation) =>
        (await scopes.For(by, cancellation)).MaySee(found);

    /// <summary>The activities of a case, for who chooses among them.</summary>
    public async ValueTask<ImmutableArray<ActivityFacts>> Activities(CaseId id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db
            .Activities.AsNoTracking()
            .Where(row => row.CaseId == id.Value)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new ActivityFacts(
                row.Id,
                ActivityWords.FindKind(row.Kind)!.Value,
                row.AddedAt,
                row.Minutes ?? 0,
                row.State == ActivityRow.CancelledState,
                row.Origin is not null
            )),
        ];
    }

    // A merge takes the children along, and undoing it gives them back.
    private static ImmutableArray<CaseId> ChildrenToo(Case found, Case? before, CaseCommand? command) =>
        command switch
        {
            CaseCommand.Merge => found.Children,
            CaseCommand.Unmerge => before?.Children ?? [],
            _ => [],
        };

    private async ValueTask<Case?> BeforeMerge(CaseId id, CancellationToken cancellation)
    {
        Case? current = null;
        Case? before = null;
        foreach (var recorded in await journal.History(id, cancellation))
        {
            before = recorded.Event is CaseEvent.Cancelled { Into: not null } ? current : before;
            current = CaseHistory.Evolve(current, recorded.Event);
        }

        return before;
    }
}

/// <summary>What a decision is told, and the other cases among it as they are stored.</summary>
internal sealed record CaseTold(CaseFacts Facts, ImmutableArray<StoredCase> Related);
