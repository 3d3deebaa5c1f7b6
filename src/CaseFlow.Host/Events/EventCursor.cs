using System.Globalization;
using System.Runtime.InteropServices;

namespace CaseFlow.Host.Events;

/// <summary>Where somebody stands in the stream of events: the place of an append, and how far into its events.</summary>
/// <param name="Position">Of the event in the history of its case; 0 before the first.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EventCursor(long Place, int Position)
{
    /// <summary>After all events of the append at this place.</summary>
    public static EventCursor After(long place) => new(place, int.MaxValue);

    public static EventCursor? Read(string text) =>
        text.Split('.') is [var place, var position]
        && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var within)
            ? new(at, within)
            : null;

    /// <summary>The place that the outbox is read on after: the append itself again, where not all of it was told.</summary>
    public long ReadAfter => Position == int.MaxValue ? Place : Place - 1;

    public bool IsBeyond(EventCursor other) => (Place, Position).CompareTo((other.Place, other.Position)) > 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Place}.{Position}");
}
