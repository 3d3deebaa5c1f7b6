using System.Text.Json;

namespace CaseFlow.Engine.Tests.StatusModels;

/// <summary>How the cases of another system move between statuses, as its table says.</summary>
/// <param name="IsAny">Every move is possible, staying in place is no move.</param>
internal sealed record StatusModel(
    string Name,
    bool IsAny,
    ImmutableArray<ModelStatus> Statuses,
    ImmutableArray<ModelMove> Moves
)
{
    private const string Every = "*";

    public static StatusModel Load(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var root = json.RootElement;
        return new StatusModel(
            Path.GetFileNameWithoutExtension(file),
            !root.GetProperty("transition_policy").GetString()!.StartsWith("listed-only", StringComparison.Ordinal),
            [
                .. root.GetProperty("states")
                    .EnumerateArray()
                    .Select(one => new ModelStatus(Text(one, "name")!, Text(one, "category")!)),
            ],
            [
                .. root.GetProperty("transitions")
                    .EnumerateArray()
                    .Select(one => new ModelMove(Text(one, "from"), Text(one, "to")!, Text(one, "role"))),
            ]
        );
    }

    /// <summary>The roles that the table tells apart; one without a name where it tells none.</summary>
    public ImmutableArray<string?> Roles =>
        Moves.Where(move => move.Role is not null).Select(move => move.Role).Distinct().ToImmutableArray()
            is [_, ..] roles
            ? roles
            : [null];

    public bool StartsAt(string status) => Moves.Any(move => move.From is null && move.To == status);

    /// <summary>What the table says to a move. A star on both sides is staying in place.</summary>
    public bool Allows(string from, string to, string? role) =>
        IsAny
            ? from != to
            : Moves.Any(move =>
                (move.Role is null || move.Role == role)
                && (
                    move is { From: Every, To: Every } ? from == to
                    : move.From == Every ? move.To == to
                    : move.From == from && move.To == to
                )
            );

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <param name="Category">What the system counts the status as.</param>
internal sealed record ModelStatus(string Name, string Category)
{
    private static readonly ImmutableHashSet<string> ClosedCategories = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "closed",
        "resolved",
        "canceled",
        "inactive",
        "archived",
        "deleted",
        "removed",
        "merged",
        "old"
    );

    public bool IsClosed => ClosedCategories.Contains(Category);

    /// <summary>A closed case that nobody solved.</summary>
    public bool IsGivenUp => IsClosed && Name.ToLowerInvariant() is "rejected" or "canceled" or "deleted" or "stolen";
}

/// <param name="From">Null where a case begins, a star for every status.</param>
internal sealed record ModelMove(string? From, string To, string? Role);
