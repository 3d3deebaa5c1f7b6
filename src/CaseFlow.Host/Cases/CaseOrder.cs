using System.Globalization;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary>In what order cases are listed, and how far a page has come in it.</summary>
/// <param name="Name">As <c>sort</c> says it.</param>
/// <param name="After">What the cursor says of the last case seen, for this order to read; null for the first page.</param>
internal sealed record CaseOrder(string Name, ImmutableArray<string> After)
{
    public const string Best = "best";
    public const string Due = "due";

    public static readonly ImmutableArray<string> Names =
    [
        "created",
        "-created",
        "modified",
        "-modified",
        "priority",
        "-priority",
        Due,
    ];

    private const char Separator = '\n';

    public bool IsDescending => Name[0] == '-';

    public bool IsFirstPage => After.IsEmpty;

    public static ApiProblem? CheckSort(string? sort) =>
        sort is null || Names.Contains(sort, StringComparer.Ordinal)
            ? null
            : ApiProblem.Malformed($"'sort' is one of {string.Join(", ", Names)}.");

    /// <param name="sort">As it was asked for; null for the best first where words are searched, and else for the newest.</param>
    /// <param name="after">As <see cref="Paging"/> read it from the cursor.</param>
    public static (CaseOrder? Order, ApiProblem? Problem) Read(string? sort, bool searches, string? after)
    {
        if (CheckSort(sort) is { } problem)
        {
            return (null, problem);
        }

        var name = sort ?? (searches ? Best : "-created");
        if (after is null)
        {
            return (new(name, []), null);
        }

        return after.Split(Separator) is [var of, .. { Length: 2 } seen]
            ? of == name
                ? (new(name, [.. seen]), null)
                : (
                    null,
                    ApiProblem.Malformed(
                        $"The cursor is of a list in the order '{of}', and this one is in '{name}'. Begin without a cursor."
                    )
                )
            : (null, Paging.BadCursor);
    }

    /// <param name="key">Where the last case stands in the order.</param>
    public string Cursor(string key, Guid id) => string.Join(Separator, Name, key, id.ToString());

    public Guid? Id => After is [_, var id] && Guid.TryParse(id, out var read) ? read : null;

    public long? Number =>
        After is [var key, _]
        && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)
            ? read
            : null;

    public string? Key => After is [var key, _] ? key : null;

    /// <summary>Whether the cursor says something that this order can go on from.</summary>
    public bool IsReadable =>
        IsFirstPage
        || (Id is not null && (Name is "created" or "-created" or "priority" or "-priority" || Number is not null));
}
