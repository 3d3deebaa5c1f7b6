using System.Runtime.InteropServices;

namespace CaseFlow.Workflows.Running;

/// <summary>The ways that lead on from an activity that has ended.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Outcomes
{
    private readonly ImmutableArray<string> names;
    private readonly bool isGiven;

    private Outcomes(ImmutableArray<string> names)
    {
        this.names = names;
        isGiven = true;
    }

    /// <summary>The one of an activity that says nothing: <c>Done</c>, or no name at all.</summary>
    public static Outcomes Done => default;

    /// <summary>No way.</summary>
    public static Outcomes None { get; } = new([]);

    public static Outcomes Of(params ImmutableArray<string> names) => new(names);

    public bool Follow(string? port) =>
        isGiven ? port is not null && names.Contains(port, StringComparer.Ordinal) : port is null or "Done";
}
