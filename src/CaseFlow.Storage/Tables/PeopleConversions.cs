using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Staffing;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseFlow.Storage;

/// <summary>Words without spaces, one after the other: readable in the database, and never searched there.</summary>
internal sealed class SpacedWords()
    : ValueConverter<ImmutableArray<string>, string>(words => string.Join(' ', words), text => Split(text))
{
    private static ImmutableArray<string> Split(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>An immutable array is compared by its words, not by its place in memory.</summary>
internal sealed class SameWords()
    : ValueComparer<ImmutableArray<string>>(
        (left, right) => left.SequenceEqual(right, StringComparer.Ordinal),
        words => words.Length,
        words => words
    );

/// <summary>Presences stand in the database by their names.</summary>
internal sealed class PresenceName()
    : ValueConverter<Presence, string>(presence => PresenceNames.Of(presence), name => Read(name))
{
    private static Presence Read(string name) =>
        PresenceNames.Find(name) ?? throw new FormatException($"There is no presence '{name}'.");
}

/// <summary>Roles stand in the database by their names, with spaces between them.</summary>
internal sealed class RolesText()
    : ValueConverter<Role, string>(roles => string.Join(' ', RoleNames.Of(roles)), text => Read(text))
{
    private static Role Read(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(
                Role.None,
                (all, name) => all | (RoleNames.Find(name) ?? throw new FormatException($"There is no role '{name}'."))
            );
}
