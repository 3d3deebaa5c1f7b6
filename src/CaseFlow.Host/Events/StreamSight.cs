using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;

namespace CaseFlow.Host.Events;

/// <summary>
/// What one reader of a stream may see: events of cases that are in a private queue are not there for who may not see those
/// cases. A stream may last for days, so who is in which team is asked anew now and then.
/// </summary>
internal sealed class StreamSight(CaseScopes scopes, Actor reader, EventFilter filter, TimeProvider time)
{
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);

    private CaseScope? scope;
    private DateTimeOffset askAgainAt;

    /// <summary>Whether the stream shows an event.</summary>
    public async ValueTask<bool> Shows(ToldEvent told, CancellationToken cancellation)
    {
        if (!filter.Fits(told))
        {
            return false;
        }

        if (scope is null || time.GetUtcNow() >= askAgainAt)
        {
            scope = await scopes.For(reader, cancellation);
            askAgainAt = time.GetUtcNow() + Believed;
        }

        return scope.MaySee(told.After);
    }
}
