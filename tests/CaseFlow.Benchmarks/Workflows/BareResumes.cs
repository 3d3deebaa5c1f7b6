using System.Diagnostics;
using System.Security.Cryptography;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Storage;
using CaseFlow.Workflows.Running;

namespace CaseFlow.Benchmarks;

/// <summary>
/// The same rows as <see cref="DurableResumes"/> writes, made ahead of time and only written: the event, the burst that takes
/// it up, the case's move, the burst that has its answer; each of them durable before the next, in groups of instances.
/// </summary>
internal sealed class BareResumes(IJournalWriter writer, CaseProcess process, IReadOnlyList<StoredCase> cases)
{
    private const int InGroup = 64;

    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    private readonly BenchmarkFlows flows = new();
    private int used;

    /// <summary>Instances a second.</summary>
    public async Task<double> Run(int instances)
    {
        var made = Enumerable.Range(used, instances).Select(Make).ToList();
        used += instances;
        foreach (var group in made.Chunk(InGroup))
        {
            await Write(group, 0);
        }

        var watch = Stopwatch.StartNew();
        foreach (var group in made.Chunk(InGroup))
        {
            for (var step = 1; step < made[0].Length; step++)
            {
                await Write(group, step);
            }
        }

        return instances / watch.Elapsed.TotalSeconds;
    }

    private async Task Write(PreparedAppend[][] group, int step)
    {
        var verdicts = await writer.Write([.. group.Select(one => one[step])]);
        if (verdicts.Any(verdict => verdict != Verdict.Appended))
        {
            throw new InvalidOperationException("Something was not as it should be.");
        }
    }

    private PreparedAppend[] Make(int number)
    {
        var (now, name, about) = (DateTimeOffset.UtcNow, FormattableString.Invariant($"w{number}"), cases[number]);
        var first = flows.Machine.Start(
            BenchmarkFlows.Mover,
            new StartRequest
            {
                InstanceId = name,
                Now = now,
                CorrelationId = name,
                Input = ImmutableDictionary<string, object?>.Empty.Add("caseId", about.Case.Id.ToString()),
            }
        );
        var begun = new WorkflowAppend(null, first, now, now + Hold) { Hash = BenchmarkFlows.Mover.VersionId };
        var woken = new WorkflowAppend(
            begun.After,
            flows.Machine.Resume(BenchmarkFlows.Mover, first.State, Request(first.State.Bookmarks[0].Id, now)),
            now,
            now + Hold
        )
        {
            Event = $"e-{name}",
        };
        var effect = woken.Effects[0];
        var ended = new WorkflowAppend(
            woken.After,
            flows.Machine.Resume(BenchmarkFlows.Mover, woken.After.State, Request(effect.Id, now)),
            now,
            now + Hold
        )
        {
            Effect = effect.Id,
        };
        return
        [
            Rows(begun),
            PreparedAppend.Of([WorkflowRows.Row(Told(name, now))]),
            Rows(woken),
            PreparedAppend.Of(Move(about, effect.Id, now)),
            Rows(ended),
        ];
    }

    private CaseAppend Move(StoredCase before, string effect, DateTimeOffset now)
    {
        var by = new Actor($"workflow:{BenchmarkFlows.MoverId}", Role.Automation);
        var move = new CaseCommand.MoveStatus("researching", FieldValues.Empty) { By = by, At = now };
        var events = ((Decision.Accepted)CaseDecider.Decide(process, before.Case, move, CaseFacts.None)).Events;
        var append = new CaseAppend(before, events);
        var key = new RepeatKey(by.User, $"workflow {effect}", SHA256.HashData("{}"u8));
        return append with { Answer = CaseReply.Of(append.After!, process, undo: null).Keep(key, now) };
    }

    private static PreparedAppend Rows(WorkflowAppend append) => PreparedAppend.Of(WorkflowRows.Of(append));

    private static ResumeRequest Request(string bookmark, DateTimeOffset now) =>
        new() { BookmarkId = bookmark, Now = now };

    private static WorkflowEventRow Told(string name, DateTimeOffset now) =>
        new()
        {
            Id = $"e-{name}",
            Name = BenchmarkFlows.Event,
            CorrelationId = name,
            Payload = "null",
            At = now,
            KeepUntil = now + Hold,
            RingAt = now + Hold,
        };
}
