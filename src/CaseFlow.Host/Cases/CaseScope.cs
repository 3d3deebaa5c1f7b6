using CaseFlow.Engine.Cases;
using CaseFlow.Storage;

namespace CaseFlow.Host.Cases;

/// <summary>
/// Which cases somebody sees: all but those in private queues that he is none of the people of, unless the case is his own.
/// A case that he does not see is not there for him, through whatever door he looks.
/// </summary>
/// <param name="Me">Who looks.</param>
/// <param name="Teams">The teams that he is in.</param>
/// <param name="Hidden">The queues whose cases he does not see, each with its process.</param>
internal sealed record CaseScope(
    string Me,
    ImmutableArray<string> Teams,
    ImmutableArray<(string Process, string Queue)> Hidden
)
{
    private const string Separator = "/";

    public bool SeesAll => Hidden.IsEmpty;

    public bool MaySee(Case of) =>
        of.Queue is not { } queue
        || !Hidden.Contains((of.Process, queue))
        || of.Owner == Me
        || of.Worker == Me
        || (of.Team is { } team && Teams.Contains(team, StringComparer.Ordinal));

    /// <summary>Leaves the cases that he sees.</summary>
    public IQueryable<CaseRow> Apply(IQueryable<CaseRow> rows)
    {
        if (SeesAll)
        {
            return rows;
        }

        var (me, teams) = (Me, Teams);
        var hidden = Hidden.Select(one => one.Process + Separator + one.Queue).ToList();
        return rows.Where(row =>
            row.Queue == null
            || !hidden.Contains(row.Process + Separator + row.Queue)
            || row.Owner == me
            || row.Worker == me
            || (row.Team != null && teams.Contains(row.Team))
        );
    }
}
