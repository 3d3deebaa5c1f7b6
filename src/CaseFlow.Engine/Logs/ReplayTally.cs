using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Logs;

/// <summary>Counts what the engine said while a log is replayed.</summary>
internal sealed class ReplayTally
{
    private readonly ImmutableArray<EventVerdict>.Builder verdicts = ImmutableArray.CreateBuilder<EventVerdict>();
    private readonly Dictionary<(string? From, string To, string Code), RefusedMove> refusals = [];
    private readonly Dictionary<(string Queue, string Code), int> refusedQueues = [];
    private readonly Dictionary<string, int> finals = new(StringComparer.Ordinal);
    private int cases;
    private int conformingCases;
    private int refusedEvents;
    private int queueMoves;
    private int neverCreated;
    private bool caseConforms = true;

    public int Events => verdicts.Count;

    public void Add(EventVerdict verdict, Refusal? refused)
    {
        verdicts.Add(verdict);
        if (refused is null)
        {
            return;
        }

        caseConforms = false;
        refusedEvents++;
        var key = (verdict.From, verdict.To, refused.Code);
        refusals[key] = refusals.TryGetValue(key, out var before)
            ? before with
            {
                Count = before.Count + 1,
            }
            : new RefusedMove(verdict.From, verdict.To, refused.Code, 1, refused.Explain(), verdict.Case);
    }

    public void AddQueueMove(string queue, Refusal? refused)
    {
        queueMoves++;
        if (refused is not null)
        {
            var key = (queue, refused.Code);
            refusedQueues[key] = refusedQueues.GetValueOrDefault(key) + 1;
        }
    }

    public void EndCase(string? status)
    {
        cases++;
        conformingCases += caseConforms ? 1 : 0;
        caseConforms = true;
        if (status is null)
        {
            neverCreated++;
        }
        else
        {
            finals[status] = finals.GetValueOrDefault(status) + 1;
        }
    }

    public ReplayResult ToResult()
    {
        var ended = finals.Select(final => new FinalStatus(final.Key, final.Value));
        return new ReplayResult
        {
            Verdicts = verdicts.ToImmutable(),
            Cases = cases,
            ConformingCases = conformingCases,
            ConformingEvents = verdicts.Count - refusedEvents,
            Refusals =
            [
                .. refusals
                    .Values.OrderByDescending(refusal => refusal.Count)
                    .ThenBy(refusal => refusal.From, StringComparer.Ordinal)
                    .ThenBy(refusal => refusal.To, StringComparer.Ordinal),
            ],
            FinalStatuses =
            [
                .. (neverCreated == 0 ? ended : ended.Append(new FinalStatus(null, neverCreated)))
                    .OrderByDescending(final => final.Cases)
                    .ThenBy(final => final.Status, StringComparer.Ordinal),
            ],
            QueueMoves = queueMoves,
            AcceptedQueueMoves = queueMoves - refusedQueues.Values.Sum(),
            RefusedQueues =
            [
                .. refusedQueues
                    .Select(queue => new RefusedQueue(queue.Key.Queue, queue.Key.Code, queue.Value))
                    .OrderByDescending(queue => queue.Count)
                    .ThenBy(queue => queue.Queue, StringComparer.Ordinal),
            ],
        };
    }
}
