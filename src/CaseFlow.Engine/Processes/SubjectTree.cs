using System.Collections.Frozen;

namespace CaseFlow.Engine.Processes;

/// <summary>What a case can be about.</summary>
/// <param name="Parent">The subject that it belongs under; null at the top.</param>
/// <param name="IsRetired">No case comes to be about it any more; those that are stay so.</param>
public sealed record SubjectDefinition(string Key, LocalText Title, string? Parent, bool IsRetired);

/// <summary>The subjects of a process: a tree of any depth, without circles.</summary>
public sealed class SubjectTree
{
    private readonly FrozenDictionary<string, SubjectDefinition> byKey;
    private readonly FrozenDictionary<string, ImmutableArray<string>> paths;

    /// <param name="all">In any order; every parent is among them.</param>
    public SubjectTree(ImmutableArray<SubjectDefinition> all)
    {
        byKey = all.ToFrozenDictionary(subject => subject.Key, StringComparer.Ordinal);
        paths = all.ToFrozenDictionary(subject => subject.Key, PathTo, StringComparer.Ordinal);
        All = [.. Below(all.ToLookup(subject => subject.Parent, StringComparer.Ordinal), null)];
    }

    public static SubjectTree None { get; } = new([]);

    /// <summary>Each subject behind the one that it belongs under; side by side in the order of the file.</summary>
    public ImmutableArray<SubjectDefinition> All { get; }

    public SubjectDefinition? Find(string? key) => key is null ? null : byKey.GetValueOrDefault(key);

    /// <summary>From the top down to the subject itself; the subject alone where the tree does not know it.</summary>
    public ImmutableArray<string> Path(string key) => paths.GetValueOrDefault(key, [key]);

    /// <summary>The subject and all that lie below it.</summary>
    public IEnumerable<string> AndBelow(string key) =>
        All.Select(subject => subject.Key).Where(one => Path(one).Contains(key, StringComparer.Ordinal));

    private ImmutableArray<string> PathTo(SubjectDefinition subject)
    {
        ImmutableArray<string> path = [subject.Key];
        for (var above = Find(subject.Parent); above is not null; above = Find(above.Parent))
        {
            path = path.Insert(0, above.Key);
        }

        return path;
    }

    private static IEnumerable<SubjectDefinition> Below(ILookup<string?, SubjectDefinition> all, string? parent) =>
        all[parent].SelectMany(subject => Below(all, subject.Key).Prepend(subject));
}
