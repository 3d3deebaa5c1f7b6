using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Queues;

/// <summary>
/// Who sees which queue. To who may not see one it is not there: the answer is the same as for a name that no queue has.
/// </summary>
internal sealed class QueueAccess(ProcessCatalog processes, StaffReader staff)
{
    /// <summary>Answers for whoever asks, by the teams that he is in at this moment.</summary>
    public async ValueTask<Func<QueueDefinition, bool>> For(Actor actor, CancellationToken cancellation)
    {
        var teams = QueueRights.SeesAll(actor) ? [] : await staff.TeamsOf(actor.User, cancellation);
        return queue => QueueRights.MaySee(queue, actor, teams);
    }

    /// <summary>The one queue of this key that the asker may see, or the problem to answer with.</summary>
    /// <param name="process">Which process is meant, where several have a queue of this key.</param>
    public async ValueTask<(CaseProcess? Process, QueueDefinition? Queue, ApiProblem? Problem)> Find(
        HttpContext context,
        string key,
        string? process
    )
    {
        var maySee = await For(context.Actor(), context.RequestAborted);
        var found = (
            from published in processes.All.Values
            where process is null || published.Process.Key == process
            let queue = published.Process.FindQueue(key)
            where queue is not null && maySee(queue)
            select (published.Process, Queue: queue)
        ).ToList();
        return found switch
        {
            [] => (null, null, NoSuchQueue(key)),
            [var (only, queue)] => (only, queue, null),
            _ => (null, null, Ambiguous(key, [.. found.Select(one => one.Process.Key)])),
        };
    }

    public static ApiProblem NoSuchQueue(string key) => ApiProblem.NotFound($"There is no queue '{key}'.");

    private static ApiProblem Ambiguous(string key, ImmutableArray<string> processes) =>
        ApiProblem.Malformed($"Several processes have a queue '{key}'; say which in 'process'.") with
        {
            Allowed = processes,
        };
}
