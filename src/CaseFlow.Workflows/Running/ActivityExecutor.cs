using CaseFlow.Workflows.Running.Live;

namespace CaseFlow.Workflows.Running;

/// <summary>What a type of activity does. It holds no state of its own; that is in the frame.</summary>
internal abstract class ActivityExecutor
{
    /// <summary>Whether <c>Break</c> leaves it.</summary>
    public virtual bool IsLoop => false;

    /// <summary>Whether <c>Complete</c> ends it, and outputs are its own.</summary>
    public virtual bool IsWorkflow => false;

    public abstract void Execute(Frame frame);

    /// <summary>What it waited for is there.</summary>
    public virtual void Resume(Frame frame, Answer answer) => frame.Complete();

    /// <summary>An activity that it holds has ended.</summary>
    public virtual void ChildEnded(Frame frame, Frame child, Outcomes outcomes) => frame.Complete();

    /// <summary>An activity that it holds was cancelled while it goes on itself.</summary>
    public virtual void ChildCancelled(Frame frame, Frame child) { }

    /// <summary>It has ended, and its holder does not know yet.</summary>
    public virtual void Ending(Frame frame) { }
}
