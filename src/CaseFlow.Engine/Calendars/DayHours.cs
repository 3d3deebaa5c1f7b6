using System.Runtime.InteropServices;

namespace CaseFlow.Engine.Calendars;

/// <summary>One stretch of opening hours of a day, in seconds from midnight on the wall clock.</summary>
/// <param name="Opens">From 0.</param>
/// <param name="Closes">Up to 86,400, midnight at the end of the day.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DayHours(int Opens, int Closes)
{
    public const int Day = 86_400;
}
