using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases.Pages;

/// <summary>The columns that a list of cases can have.</summary>
internal static class GridColumns
{
    public static readonly ImmutableArray<GridColumn> All =
    [
        new("ticket", GridTexts.Ticket, null),
        new("title", GridTexts.Title, null),
        new("customer", GridTexts.Customer, null),
        new("status", GridTexts.Status, null),
        new("stage", GridTexts.Stage, null),
        new("priority", GridTexts.Priority, "priority"),
        new("clock", GridTexts.Clock, CaseOrder.Due),
        new("queue", GridTexts.Queue, null),
        new("owner", GridTexts.Owner, null),
        new("worker", GridTexts.Worker, null),
        new("process", GridTexts.Process, null),
        new("origin", GridTexts.Origin, null),
        new("created", GridTexts.Opened, "created"),
        new("modified", GridTexts.Changed, "modified"),
    ];

    /// <summary>What a list shows where nobody has chosen.</summary>
    public static readonly ImmutableArray<string> Usual =
    [
        "ticket",
        "title",
        "customer",
        "status",
        "priority",
        "clock",
        "queue",
        "owner",
        "created",
    ];

    /// <summary>Those that there are, in their order; the usual ones where none is left.</summary>
    public static ImmutableArray<GridColumn> Of(IEnumerable<string> names)
    {
        var wanted = names.ToHashSet(StringComparer.Ordinal);
        ImmutableArray<GridColumn> found = [.. All.Where(column => wanted.Contains(column.Name))];
        return found.IsEmpty ? Of(Usual) : found;
    }
}

/// <summary>One column.</summary>
/// <param name="Sort">The order of the API that goes by it; null where there is none.</param>
public sealed record GridColumn(string Name, Words Label, string? Sort);
