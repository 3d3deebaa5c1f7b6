using CaseFlow.Engine.Duplicates;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads where a process differs from how cases run by default.</summary>
internal sealed class PolicyReader(KnownNames fieldNames, KnownNames activeStatuses, ProblemList problems)
{
    public ProcessPolicies Read(YamlNode? node)
    {
        var usual = ProcessPolicies.Default;
        return new ProcessPolicies
        {
            ResolveFromAnyStage = node.At(PolicyKeys.ResolveFromAnyStage).AsFlag(),
            AssigningNeedsNote = node.At(PolicyKeys.AssignNote).AsText() == PolicyKeys.Required,
            ReactivatingNeedsReason = node.At(PolicyKeys.ReactivateReason).AsText() == PolicyKeys.Required,
            OpenActivitiesHold = node.At(PolicyKeys.OpenActivities).AsText() == PolicyKeys.Refuse,
            ReleaseToPreviousOwner = node.At(PolicyKeys.ReleaseTo).AsText() == PolicyKeys.PreviousOwner,
            BillAboveTotal = node.At(PolicyKeys.BillAboveTotal).AsFlag(),
            Closing = node.At(PolicyKeys.CloseChildren).AsText() switch
            {
                PolicyKeys.Cascade => ChildPolicy.Cascade,
                PolicyKeys.Restrict => ChildPolicy.Restrict,
                _ => ChildPolicy.Independent,
            },
            MaxChildren = node.At(PolicyKeys.MaxChildren).AsWhole() ?? usual.MaxChildren,
            Inherits = Fields(node.At(PolicyKeys.Inherit)),
            MaxMerged = node.At(PolicyKeys.MaxMerged).AsWhole() ?? usual.MaxMerged,
            UnmergeWithin = node.At(PolicyKeys.UnmergeWithin) is { } within
                ? DurationReader.Read(within, $"'{PolicyKeys.UnmergeWithin.Name}'", problems)
                : usual.UnmergeWithin,
            UndoWithin = node.At(PolicyKeys.UndoWithin) is { } undo
                ? DurationReader.Read(undo, $"'{PolicyKeys.UndoWithin.Name}'", problems)
                : usual.UndoWithin,
            ReopenOnReply = node.At(PolicyKeys.ReopenOnReply) is { } reopen ? Reopening(reopen) : null,
            Duplicates = new(
                node.At(PolicyKeys.Duplicates).AsText() is { } mode
                && DuplicatePolicy.Modes.IndexOf(mode, StringComparer.Ordinal) is var index and >= 0
                    ? (DuplicateMode)index
                    : usual.Duplicates.Mode,
                node.At(PolicyKeys.DuplicatesWithin) is { } window
                    ? DurationReader.Read(window, $"'{PolicyKeys.DuplicatesWithin.Name}'", problems)
                    : usual.Duplicates.Window
            ),
        };
    }

    private ReopenPolicy Reopening(YamlNode node) =>
        new(
            (node.AsScalar() ?? node.At(PolicyKeys.ReopenWithin).AsScalar()) is { } within
            && WaitKeys.Time.Fits(within.Value)
                ? DurationReader.Read(within, $"'{PolicyKeys.ReopenOnReply.Name}'", problems)
                : TimeSpan.Zero,
            activeStatuses.Refer(node.At(PolicyKeys.ReopenStatus), $"policy '{PolicyKeys.ReopenOnReply.Name}' leads to")
        );

    private ImmutableArray<string> Fields(YamlNode? node) =>
        [.. node.ManyScalars().Select(item => fieldNames.Refer(item, "policy 'inherit' names")).OfType<string>()];
}
