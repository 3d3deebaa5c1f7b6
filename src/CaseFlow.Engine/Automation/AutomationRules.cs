using System.Collections.Frozen;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Automation;

/// <summary>The automation rules of a process, found by what happens.</summary>
public sealed class AutomationRules
{
    // An event of a type that no rule is on costs one look.
    private readonly FrozenDictionary<Type, ImmutableArray<int>> byType;

    public AutomationRules(ImmutableArray<AutomationRule> all)
    {
        All = all;
        byType = all.SelectMany((rule, index) => TypesOf(rule).Select(type => (Type: type, Index: index)))
            .GroupBy(one => one.Type, one => one.Index)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<AutomationRule> All { get; }

    /// <summary>The rules that may be on this, by where they stand.</summary>
    public ImmutableArray<int> For(CaseEvent happened) => byType.GetValueOrDefault(happened.GetType(), []);

    /// <summary>Whether any rule may be on any of these, from this one on.</summary>
    public bool MayHear(ImmutableArray<CaseEvent> events, int from)
    {
        if (All.IsEmpty)
        {
            return false;
        }

        for (var index = from; index < events.Length; index++)
        {
            if (byType.ContainsKey(events[index].GetType()))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Type> TypesOf(AutomationRule rule) =>
        rule.On.SelectMany(pattern => pattern.Kind.Types).Distinct();
}
