using CaseFlow.Engine.Cases;

namespace CaseFlow.Storage;

/// <summary>What a case's history says of activities, beside what the store holds of them and of the case's texts.</summary>
/// <param name="Folded">Null where there is no case.</param>
/// <param name="Steps">The events that add, close or move activities, in their order.</param>
/// <param name="IsBroken">Nobody knows what the rows should be.</param>
internal sealed record ActivityStory(
    CaseId Id,
    Case? Folded,
    ImmutableArray<CaseEvent> Steps,
    IReadOnlyList<ActivityRow> Rows,
    CaseTextRow? Text,
    bool IsBroken
)
{
    /// <summary>Activities came from other cases or went to them, whose histories are needed as well.</summary>
    public bool HasFamily { get; } = Steps.Any(IsShared);

    /// <summary>Whether an event adds, closes or moves activities.</summary>
    public static bool IsStep(CaseEvent happened) =>
        happened
            is CaseEvent.ActivityAdded
                or CaseEvent.ActivityCompleted
                or CaseEvent.ActivityCancelled
                or CaseEvent.Undone
        || IsShared(happened);

    /// <summary>Told in the histories of two cases, as one and the same thing.</summary>
    public static bool IsShared(CaseEvent happened) =>
        happened
            is CaseEvent.Merged
                or CaseEvent.Cancelled { Into: not null }
                or CaseEvent.Unmerged
                or CaseEvent.ActivityTaken
                or CaseEvent.ActivityConverted
                or CaseEvent.Restored;
}
