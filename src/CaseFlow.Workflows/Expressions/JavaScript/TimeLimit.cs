using Jint;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>Stops a script that takes too long, without a timer for each evaluation.</summary>
internal sealed class TimeLimit(TimeSpan limit) : Constraint
{
    private long _until;

    public override void Reset() => _until = Environment.TickCount64 + (long)limit.TotalMilliseconds;

    public override void Check()
    {
        if (Environment.TickCount64 > _until)
        {
            throw new TimeoutException();
        }
    }
}
