using System.Runtime.InteropServices;

namespace CaseFlow.Engine.Conditions;

/// <summary>A stretch of the text. All places are equal, so that trees compare by what they say alone.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Place(int Offset, int Length)
{
    internal int End => Offset + Length;

    public bool Equals(Place other) => true;

    public override int GetHashCode() => 0;

    internal static Place Between(int start, int end) => new(start, end - start);
}
