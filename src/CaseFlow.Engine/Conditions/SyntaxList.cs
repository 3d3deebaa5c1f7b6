using System.Collections;
using System.Runtime.CompilerServices;

namespace CaseFlow.Engine.Conditions;

/// <summary>Parts of a tree in their order; equal where all the parts are, which an immutable array is not.</summary>
[CollectionBuilder(typeof(SyntaxList), nameof(Create))]
public readonly struct SyntaxList(ImmutableArray<Syntax> items) : IReadOnlyList<Syntax>, IEquatable<SyntaxList>
{
    private readonly ImmutableArray<Syntax> items = items;

    public int Count => items.Length;

    public Syntax this[int index] => items[index];

    public static SyntaxList Create(ReadOnlySpan<Syntax> items) => new([.. items]);

    public IEnumerator<Syntax> GetEnumerator() => items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(SyntaxList other) => items.AsSpan().SequenceEqual(other.items.AsSpan());

    public override bool Equals(object? obj) => obj is SyntaxList other && Equals(other);

    public override int GetHashCode() => items.Aggregate(items.Length, HashCode.Combine);

    public static bool operator ==(SyntaxList left, SyntaxList right) => left.Equals(right);

    public static bool operator !=(SyntaxList left, SyntaxList right) => !left.Equals(right);
}
