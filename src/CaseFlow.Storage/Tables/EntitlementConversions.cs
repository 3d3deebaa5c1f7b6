using System.Globalization;
using CaseFlow.Engine.Entitlements;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseFlow.Storage;

/// <summary>Allocations stand in the database by their names.</summary>
internal sealed class AllocationName()
    : ValueConverter<Allocation, string>(one => EntitlementWords.Of(one), name => Read(name))
{
    private static Allocation Read(string name) =>
        EntitlementWords.FindAllocation(name) ?? throw new FormatException($"There is no allocation '{name}'.");
}

/// <summary>When terms are taken stands in the database by its name.</summary>
internal sealed class DecreaseName()
    : ValueConverter<Decrease, string>(one => EntitlementWords.Of(one), name => Read(name))
{
    private static Decrease Read(string name) =>
        EntitlementWords.FindDecrease(name) ?? throw new FormatException($"There is no decrease '{name}'.");
}

/// <summary>The states of entitlements stand in the database by their names.</summary>
internal sealed class EntitlementStateName()
    : ValueConverter<EntitlementState, string>(one => EntitlementWords.Of(one), name => Read(name))
{
    private static EntitlementState Read(string name) =>
        EntitlementWords.FindState(name) ?? throw new FormatException($"There is no state '{name}'.");
}

/// <summary>Texts without line breaks, a line each: readable in the database, and never searched there.</summary>
internal sealed class TextLines()
    : ValueConverter<ImmutableArray<string>, string>(texts => string.Join('\n', texts), text => Split(text))
{
    private static ImmutableArray<string> Split(string text) => text.Length == 0 ? [] : [.. text.Split('\n')];
}

/// <summary>An immutable array is compared by its texts, not by its place in memory.</summary>
internal sealed class SameLines()
    : ValueComparer<ImmutableArray<string>>(
        (left, right) => left.SequenceEqual(right, StringComparer.Ordinal),
        texts => texts.Length,
        texts => texts
    );

/// <summary>Ids, a line each.</summary>
internal sealed class IdLines()
    : ValueConverter<ImmutableArray<Guid>, string>(ids => string.Join('\n', ids), text => Split(text))
{
    private static ImmutableArray<Guid> Split(string text) =>
        text.Length == 0 ? [] : [.. text.Split('\n').Select(id => Guid.Parse(id, CultureInfo.InvariantCulture))];
}

/// <summary>An immutable array is compared by its ids, not by its place in memory.</summary>
internal sealed class SameIds()
    : ValueComparer<ImmutableArray<Guid>>((left, right) => left.SequenceEqual(right), ids => ids.Length, ids => ids);
