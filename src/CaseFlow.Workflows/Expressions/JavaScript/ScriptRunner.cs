using System.Collections.Concurrent;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>Runs scripts within their limits.</summary>
/// <remarks>
/// A script that is seen to leave nothing behind runs in an engine that has served others. Any other gets a new one,
/// which is thrown away after it, so that nothing of it can reach the next script.
/// </remarks>
internal sealed class ScriptRunner(ScriptLimits limits)
{
    private readonly PreparedCache<PreparedScript> _prepared = new(
        limits.Prepared,
        new ScriptPreparation(limits).Prepare
    );
    private readonly ConcurrentQueue<ScriptEngine> _waiting = [];

    /// <summary>What an expression gives.</summary>
    public object? Evaluate(string script, IExpressionScope scope)
    {
        var prepared = _prepared.Get(script);

        return Guarded(() =>
            prepared.LeavesNothing
                ? RunInWaiting(prepared, scope)
                : new ScriptEngine(limits).Run(prepared, scope).Result
        );
    }

    /// <summary>Runs the script of an activity.</summary>
    public ScriptRun Run(string script, IExpressionScope scope)
    {
        var prepared = _prepared.Get(script);

        return Guarded(() => new ScriptEngine(limits) { IsActivity = true }.Run(prepared, scope));
    }

    /// <summary>What is wrong with the script; <see langword="null"/> for nothing.</summary>
    public string? Check(string script)
    {
        try
        {
            _prepared.Get(script);
            return null;
        }
        catch (ExpressionFailed broken)
        {
            return broken.Message;
        }
    }

    // An engine in which something went wrong does not come back.
    private object? RunInWaiting(PreparedScript prepared, IExpressionScope scope)
    {
        var engine = _waiting.TryDequeue(out var waiting) ? waiting : new ScriptEngine(limits);
        var result = engine.RunReading(prepared, scope);
        if (!engine.IsWorn && _waiting.Count < Environment.ProcessorCount * 2)
        {
            _waiting.Enqueue(engine);
        }

        return result;
    }

    private T Guarded<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        // Whatever a script makes an engine do, it is the script that failed and not the host.
        catch (Exception failure) when (failure is not ExpressionFailed)
        {
            throw ScriptFailures.Explain(failure, limits);
        }
    }
}
