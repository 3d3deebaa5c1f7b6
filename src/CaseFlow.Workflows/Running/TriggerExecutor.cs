using CaseFlow.Workflows.Running.Live;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running;

/// <summary>Waits for something that could also start an instance; where it has, there is nothing to wait for.</summary>
internal abstract class TriggerExecutor : ActivityExecutor
{
    /// <summary>What it waits for.</summary>
    public abstract Stimulus Wanted(Frame frame);

    public override void Execute(Frame frame)
    {
        if (frame.IsTrigger)
        {
            Happened(frame, frame.Run.TriggerAnswer);
            return;
        }

        var wanted = Wanted(frame);
        if (wanted.DueAt <= frame.Run.Now)
        {
            Happened(frame, answer: null);
        }
        else
        {
            frame.Run.Wait(frame, wanted.Kind, name: wanted.Name, dueAt: wanted.DueAt, details: wanted.Details);
        }
    }

    public override void Resume(Frame frame, Answer answer) => Happened(frame, answer.Value);

    protected virtual void Happened(Frame frame, object? answer) => frame.Complete();
}

/// <summary>What an activity waits for, or what starts instances by it.</summary>
internal sealed record Stimulus(BookmarkKind Kind, string? Name)
{
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How long after one start the next one comes.</summary>
    public TimeSpan? Interval { get; init; }

    public ValueMap Details { get; init; } = [];
}
