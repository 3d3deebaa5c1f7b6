using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases;

/// <summary>
/// The commands between cases, for the list of what is possible: with a case of the same process in place of the one that
/// will be named, so that the answer is about this case and not about the other.
/// </summary>
internal static class LaterFamily
{
    public static IEnumerable<(
        CaseCommand Command,
        string? To,
        ImmutableArray<string> Asks,
        ImmutableArray<RelatedCase> Related
    )> Candidates(CaseProcess process, Case current, Actor by, DateTimeOffset at)
    {
        var other = Other(process, current);
        var named = ImmutableSortedDictionary<string, CaseId>.Empty;
        yield return (new CaseCommand.Merge([other.Case.Id], named) { By = by, At = at }, null, ["cases"], [other]);
        foreach (var merged in current.MergedCases)
        {
            var part = other with
            {
                Case = other.Case with { Id = merged.Id, MergedInto = current.Id },
                BeforeMerge = other.Case,
            };
            yield return (
                new CaseCommand.Unmerge(merged.Id, []) { By = by, At = at },
                merged.Id.ToString(),
                ["activities"],
                [part]
            );
        }

        var alone = other with { Case = other.Case with { Parent = null } };
        yield return (new CaseCommand.AddChildren([other.Case.Id]) { By = by, At = at }, null, ["cases"], [alone]);
        foreach (var id in current.Children)
        {
            var child = other with { Case = other.Case with { Id = id, Parent = current.Id } };
            yield return (new CaseCommand.RemoveChild(id) { By = by, At = at }, id.ToString(), [], [child]);
        }
    }

    private static RelatedCase Other(CaseProcess process, Case current)
    {
        var status =
            process.Parts.Statuses.FirstOrDefault(from =>
                from.State == CaseState.Active
                && process.ExitsOf(from.Key).Any(exit => process.FindStatus(exit.To) is { IsMerged: true })
            ) ?? process.InitialStatus;
        var other = current with
        {
            Id = new CaseId(Guid.Empty),
            State = CaseState.Active,
            Status = status.Key,
            Queue = null,
            Worker = null,
            MergedInto = null,
            MergedCases = [],
            Children = [],
            OpenActivities = [],
        };
        return new RelatedCase(other, process, CaseFacts.None);
    }
}
