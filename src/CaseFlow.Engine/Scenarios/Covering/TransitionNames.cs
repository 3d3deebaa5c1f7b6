using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Scenarios.Covering;

/// <summary>Names the lines of the transition table so that each can be told from the others.</summary>
internal sealed class TransitionNames(CaseProcess process)
{
    /// <summary>Such as <c>requested > approved</c>; with its place among them where several lines make the move.</summary>
    public string Of(Transition transition)
    {
        var move = $"{transition.From} > {transition.To}";
        ImmutableArray<Transition> same =
        [
            .. process.ExitsOf(transition.From).Where(other => other.To == transition.To),
        ];
        return same.Length == 1
            ? move
            : $"{move} ({NameOf(transition)}{same.IndexOf(transition) + 1} of {same.Length})";
    }

    private static string NameOf(Transition transition) => transition.Name is { } name ? $"{name}, " : "";
}
