using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.Events;

/// <summary>Which events a stream shows: all that is given must fit.</summary>
internal sealed record EventFilter(EventTypes Types, CaseId? Case, string? Queue, string? Process)
{
    public static EventFilter Everything { get; } = new(EventTypes.All, null, null, null);

    public bool Fits(ToldEvent told) =>
        Types.Include(told.Type)
        && (Case is not { } id || told.After.Id == id)
        && (Process is null || told.After.Process == Process)
        && (Queue is null || told.IsAbout(Queue));
}
