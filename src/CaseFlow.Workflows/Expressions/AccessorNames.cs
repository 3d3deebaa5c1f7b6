using System.Text;

namespace CaseFlow.Workflows.Expressions;

/// <summary>How variables, inputs and outputs are named in accessors: <c>order_id</c> is read by <c>getOrderId</c>.</summary>
internal static class AccessorNames
{
    /// <summary>Whether <paramref name="accessor"/>, the part after <c>get</c>, means <paramref name="name"/>.</summary>
    public static bool Means(ReadOnlySpan<char> accessor, string name)
    {
        var simple = name.AsSpan().IndexOfAny('_', ' ') < 0;
        if (!simple)
        {
            return accessor.SequenceEqual(Pascal(name));
        }

        return name.Length == accessor.Length
            && name.Length > 0
            && accessor[0] == char.ToUpperInvariant(name[0])
            && accessor[1..].SequenceEqual(name.AsSpan(1));
    }

    /// <summary>The name with a capital at its start and after each blank or underscore, which go.</summary>
    public static string Pascal(string name)
    {
        var pascal = new StringBuilder(name.Length);
        var capital = true;
        foreach (var letter in name)
        {
            if (letter is '_' or ' ')
            {
                capital = true;
                continue;
            }

            pascal.Append(capital ? char.ToUpperInvariant(letter) : letter);
            capital = false;
        }

        return pascal.ToString();
    }
}
