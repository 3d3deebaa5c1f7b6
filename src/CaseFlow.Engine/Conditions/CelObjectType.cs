using System.Collections.Frozen;

namespace CaseFlow.Engine.Conditions;

/// <summary>A record as conditions see it, such as <c>case</c>: a name and typed members.</summary>
public sealed class CelObjectType(string name, IEnumerable<CelMember> members)
{
    private readonly FrozenDictionary<string, CelMember> members = members.ToFrozenDictionary(
        member => member.Name,
        StringComparer.Ordinal
    );

    public string Name { get; } = name;

    public ImmutableArray<CelMember> Members => members.Values;

    public CelMember? Find(string member) => members.GetValueOrDefault(member);
}

/// <summary>One member of a <see cref="CelObjectType"/>. Known values close the set that a string may come from.</summary>
public sealed record CelMember(
    string Name,
    CelType Type,
    Func<object, CelValue> Get,
    ImmutableArray<string> KnownValues = default
);
