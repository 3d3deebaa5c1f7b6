namespace CaseFlow.Engine;

/// <summary>Finds the known word that a mistyped one was probably meant to be.</summary>
public static class Nearest
{
    // What is longer is no slip in a name, and would take long to compare.
    private const int LongestWord = 100;

    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        // About a third of the word may be wrong: enough for a slip, too little to turn one word into another.
        var allowed = (word.Length + 1) / 3;
        return known
            .Select(candidate => (candidate, distance: Distance(word, candidate, allowed)))
            .Where(found => found.distance <= allowed)
            .OrderBy(found => found.distance)
            .ThenBy(found => found.candidate, StringComparer.Ordinal)
            .Select(found => found.candidate)
            .FirstOrDefault();
    }

    /// <summary>The tail of a message: <c>; did you mean 'x'?</c>, or nothing where no known word is near.</summary>
    public static string Suggest(string word, IEnumerable<string> known) =>
        To(word, known) is { } near ? $"; did you mean '{near}'?" : "";

    // Edits are: insert, delete, replace and swap of two neighbours. Upper and lower case count as the same.
    private static int Distance(string word, string candidate, int allowed)
    {
        if (Math.Abs(word.Length - candidate.Length) > allowed)
        {
            return int.MaxValue;
        }

        var costs = new int[word.Length + 1, candidate.Length + 1];
        for (var i = 0; i <= word.Length; i++)
        {
            for (var j = 0; j <= candidate.Length; j++)
            {
                costs[i, j] = Cost(costs, word, candidate, i, j);
            }
        }

        return costs[word.Length, candidate.Length];
    }

    private static int Cost(int[,] costs, string word, string candidate, int i, int j)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        var edit = Same(word[i - 1], candidate[j - 1]) ? 0 : 1;
        var best = Math.Min(Math.Min(costs[i - 1, j] + 1, costs[i, j - 1] + 1), costs[i - 1, j - 1] + edit);
        var swapped = i > 1 && j > 1 && Same(word[i - 1], candidate[j - 2]) && Same(word[i - 2], candidate[j - 1]);
        return swapped ? Math.Min(best, costs[i - 2, j - 2] + 1) : best;
    }

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
