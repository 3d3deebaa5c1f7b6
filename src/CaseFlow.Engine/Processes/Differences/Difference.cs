using System.Globalization;

namespace CaseFlow.Engine.Processes.Differences;

/// <summary>Something that one version of a process says otherwise than another, in words.</summary>
/// <param name="Kind">One of <see cref="DifferenceTexts"/>, which tells what it is in English.</param>
/// <param name="Names">What the text is about, in the order of its gaps: titles, conditions, values.</param>
/// <param name="Old">Where the old version says it; null where it says nothing of it.</param>
/// <param name="New">Where the new version says it; null where it says nothing of it.</param>
public sealed record Difference(string Kind, ImmutableArray<string> Names, DifferencePlace? Old, DifferencePlace? New)
{
    /// <summary>The part of the definition that it is in, such as <c>routing</c>.</summary>
    public string Group => DifferenceTexts.All[Kind].Group;

    public string Text => string.Format(CultureInfo.InvariantCulture, DifferenceTexts.All[Kind].English, [.. Names]);

    public override string ToString() => Text;
}

/// <summary>A place in the text of a definition; lines and columns count from 1.</summary>
public sealed record DifferencePlace(int Line, int Column);
