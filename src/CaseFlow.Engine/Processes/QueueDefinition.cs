using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Staffing;

namespace CaseFlow.Engine.Processes;

/// <summary>Where cases wait for people.</summary>
public sealed record QueueDefinition(string Key, LocalText Title)
{
    /// <summary>Who works here, as <c>team:support</c> or <c>user:ann</c>.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>Who owns a case that nobody works on any more, as <c>team:support</c> or <c>user:ann</c>; null for nobody.</summary>
    public string? Owner { get; init; }

    /// <summary>Only its members see what waits here, and only they pick it.</summary>
    public bool IsPrivate { get; init; }

    public AssignmentStrategy Assign { get; init; }

    /// <summary>Nobody who works on so many cases already is given one from here; null for no limit.</summary>
    public int? Capacity { get; init; }

    /// <summary>Only who has all of these is given a case.</summary>
    public ImmutableArray<string> Skills { get; init; } = [];

    /// <summary>When cases are given away; null for always.</summary>
    public BusinessCalendar? Hours { get; init; }

    /// <summary>Where cases go that are too many here, or wait too long; null where all stay.</summary>
    public OverflowRule? Overflow { get; init; }

    /// <summary>The users that the definition names, and the teams.</summary>
    public (ImmutableArray<string> Users, ImmutableArray<string> Teams) NamedMembers()
    {
        var named = Members.Select(Cases.Owner.Read).ToList();
        return (
            [.. named.Select(one => one.User).OfType<string>()],
            [.. named.Select(one => one.Team).OfType<string>()]
        );
    }

    /// <summary>Whether somebody who is in these teams works here.</summary>
    public bool Includes(string user, ImmutableArray<string> teams) =>
        Members.Any(member =>
            Cases.Owner.Read(member) is var (named, team)
            && (named == user || (team is not null && teams.Contains(team, StringComparer.Ordinal)))
        );
}

/// <summary>When a queue gives cases on, and to which.</summary>
/// <param name="WaitingOver">So many may wait; one that is routed here when so many wait goes on at once.</param>
/// <param name="LongerThan">So long may a case wait; then it goes on.</param>
public sealed record OverflowRule(string To, int? WaitingOver, TimeSpan? LongerThan);
