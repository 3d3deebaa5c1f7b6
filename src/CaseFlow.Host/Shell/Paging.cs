using System.Buffers.Text;
using System.Text;

namespace CaseFlow.Host.Shell;

/// <summary>One page of a list, and how to ask for the next one; null at the end.</summary>
internal sealed record Page<T>(ImmutableArray<T> Items, string? Next);

/// <summary>Paging by key: a cursor says after which row to go on, so that no page is skipped or shown twice.</summary>
internal static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    public static ApiProblem BadCursor =>
        ApiProblem.Malformed("The cursor is none of this list. Use 'next' of the page before, as it came.");

    /// <param name="after">What the cursor says, as the list wrote it; null for the first page.</param>
    public static ApiProblem? Read(int? limit, string? cursor, out int most, out string? after)
    {
        most = limit ?? DefaultLimit;
        after = null;
        if (most is < 1 or > MaxLimit)
        {
            return ApiProblem.Malformed($"'limit' is from 1 to {MaxLimit}.");
        }

        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        if (!Base64Url.IsValid(cursor))
        {
            return BadCursor;
        }

        after = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return null;
    }

    /// <param name="found">Up to one more than <paramref name="most"/>: the extra one only says that there is more.</param>
    /// <param name="keyOf">What the next page goes on after.</param>
    public static Page<T> PageOf<T>(IReadOnlyList<T> found, int most, Func<T, string> keyOf)
    {
        var items = found.Take(most).ToImmutableArray();
        return new Page<T>(items, found.Count > most ? Cursor(keyOf(items[^1])) : null);
    }

    public static string Cursor(string after) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(after));
}
