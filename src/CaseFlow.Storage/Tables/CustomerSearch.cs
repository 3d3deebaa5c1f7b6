namespace CaseFlow.Storage;

/// <summary>Finds customers by the beginning of their name or e-mail address, in any mixture of capitals.</summary>
public static class CustomerSearch
{
    // The last of all characters, so that every name that begins with the text sorts before the two together.
    private const string Last = "\U0010FFFF";

    /// <summary>A name as it is looked for.</summary>
    public static string NameOf(string name) => name.Trim().ToLowerInvariant();

    /// <summary>What begins with the text lies from the first up to before the second.</summary>
    public static (string From, string To) RangeOf(string beginning) => (NameOf(beginning), NameOf(beginning) + Last);

    /// <summary>Whose name begins so. A range rather than LIKE, which SQLite answers without the index.</summary>
    internal static Sql Named(string beginning)
    {
        var (from, to) = RangeOf(beginning);
        return $"search_name >= {from} AND search_name < {to}";
    }

    /// <summary>Whose e-mail address begins so, and whose name does not.</summary>
    internal static Sql Addressed(string beginning)
    {
        var (from, to) = RangeOf(beginning);
        return $"search_email >= {from} AND search_email < {to} AND (search_name < {from} OR search_name >= {to})";
    }
}
