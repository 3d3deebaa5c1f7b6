using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using Orleans.Concurrency;

namespace CaseFlow.Host.Cases;

/// <summary>
/// One case, and the one road to it: commands queue here politely, and the case stays in memory while it is hot.
/// What crosses is immutable, so that nothing is copied within a silo.
/// </summary>
internal interface ICaseGrain : IGrainWithGuidKey
{
    Task<Immutable<CaseReply>> Ask(Immutable<CaseRequest> request);

    /// <summary>The case and the version it runs by now; null where there is no such case.</summary>
    Task<Immutable<CaseStanding?>> Read();

    /// <summary>Everything that could be asked now; empty where there is no such case.</summary>
    Task<Immutable<ImmutableArray<Possibility>>> Possibilities(Immutable<Actor> by);

    /// <summary>Does what is due by now; too early or twice, it changes nothing.</summary>
    /// <param name="now">By the clock of who rings; a clock that is behind it counts as this late.</param>
    Task Ring(DateTimeOffset now);

    /// <summary>Picks the case if it still waits in this queue; null where it does not.</summary>
    Task<Immutable<CaseReply?>> TakeFrom(string queue, Immutable<CaseRequest> pick);

    /// <summary>Lets the queue look at the waiting case again; true where something came of it.</summary>
    Task<bool> Offer();

    /// <summary>Another case's command has changed this one: it is read again before it is used.</summary>
    [AlwaysInterleave]
    Task Forget();

    /// <summary>Brings the case to the newest version where that version maps it; otherwise changes nothing.</summary>
    Task CarryOver();
}

/// <summary>A command on its way to a case.</summary>
/// <param name="SeenVersion">The version that the asker has seen (<c>If-Match</c>); null to not care.</param>
/// <param name="Key">Makes the command safe to repeat; null where it is not asked for.</param>
internal sealed record CaseRequest(CaseCommand Command, string? Process, int? SeenVersion, RepeatKey? Key);

/// <summary>An <c>Idempotency-Key</c>, and a hash of the request that it came with.</summary>
internal sealed record RepeatKey(string User, string Key, byte[] Fingerprint);

/// <summary>A case, and the definition that decides about it now.</summary>
internal sealed record CaseStanding(Case Case, CaseProcess Process);
