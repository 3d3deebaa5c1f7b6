using System.Runtime.InteropServices;

namespace CaseFlow.Engine.Calendars;

/// <summary>A stretch of time that is open, or closed, from its beginning to its end.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Stretch(DateTimeOffset From, DateTimeOffset To, bool IsOpen);
