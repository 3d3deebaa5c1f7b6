using CaseFlow.Engine.Duplicates;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads where a process differs from how cases run by default.</summary>
internal sealed class PolicyReader(KnownNames fieldNames, ProblemList problems)
{
    public ProcessPolicies Read(YamlNode? node)
    {
        var usual = ProcessPolicies.Default;
        return new ProcessPolicies
        {
            ResolveFromAnyStage = node.At(PolicyKeys.ResolveFromAnyStage).AsFlag(),
            AssigningNeedsNote = node.At(PolicyKeys.AssignNote).AsText() == PolicyKeys.Required,
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

    private ImmutableArray<string> Fields(YamlNode? node) =>
        [.. node.ManyScalars().Select(item => fieldNames.Refer(item, "policy 'inherit' names")).OfType<string>()];
}
