using System.Text.Json.Serialization;
using CaseFlow.Storage;

namespace CaseFlow.Host.Bulk;

/// <summary>A bulk job, as the API shows it.</summary>
/// <param name="State"><c>running</c>, <c>done</c> or <c>cancelled</c>.</param>
/// <param name="Waiting">Cases that were not reached, yet or for good.</param>
/// <param name="Changed">Cases that the command changed.</param>
/// <param name="Unchanged">Cases that were as the command wants them.</param>
/// <param name="Refused">Cases that a rule or right kept as they are.</param>
/// <param name="Failed">Cases at which the host failed.</param>
/// <param name="Undoes">The job that this one takes back.</param>
internal sealed record BulkShape(
    Guid Id,
    string Command,
    string By,
    string State,
    int Total,
    int Waiting,
    int Changed,
    int Unchanged,
    int Refused,
    int Failed,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt,
    Guid? Undoes
)
{
    [JsonIgnore]
    public bool IsEnded => EndedAt is not null;

    public static BulkShape Of(BulkJobRow job, IReadOnlyDictionary<string, int> counts)
    {
        int Count(string outcome) => counts.GetValueOrDefault(outcome);
        var reached =
            Count(Outcome.Changed) + Count(Outcome.Unchanged) + Count(Outcome.Refused) + Count(Outcome.Failed);
        return new(
            job.Id,
            job.Command,
            job.By,
            job.EndedAt is null ? "running"
                : job.IsCancelled && reached < job.Total ? "cancelled"
                : "done",
            job.Total,
            job.Total - reached,
            Count(Outcome.Changed),
            Count(Outcome.Unchanged),
            Count(Outcome.Refused),
            Count(Outcome.Failed),
            job.CreatedAt,
            job.EndedAt,
            job.Undoes
        );
    }
}

/// <summary>What can come of one case of a job.</summary>
internal static class Outcome
{
    public const string Changed = "changed";
    public const string Unchanged = "unchanged";
    public const string Refused = "refused";
    public const string Failed = "failed";

    public static readonly ImmutableArray<string> All = [Changed, Unchanged, Refused, Failed];
}
