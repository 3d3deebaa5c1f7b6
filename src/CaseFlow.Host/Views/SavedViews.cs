using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Processes;
using CaseFlow.Storage;

namespace CaseFlow.Host.Views;

/// <summary>Finds views for somebody: what another user keeps to himself is not there for him.</summary>
internal sealed class SavedViews(ViewRows rows, ProcessCatalog processes)
{
    public static IQueryable<SavedViewRow> For(CaseFlowDb db, string user) =>
        db.SavedViews.Where(view => view.Owner == user || view.IsShared);

    public async ValueTask<ViewShape?> Find(string key, string user, CancellationToken cancellation) =>
        !Guid.TryParse(key, out var id) ? BuiltInViews.All(processes).FirstOrDefault(view => view.Key == key)
        : await rows.Find(id, user, cancellation) is { } row ? Show(row)
        : null;

    public static ViewShape Show(SavedViewRow row) =>
        new(
            row.Id.ToString(),
            row.Name,
            row.Owner,
            JsonSerializer.Deserialize(row.Filter, ViewRequests.Default.CaseFilter)!,
            row.Sort,
            JsonSerializer.Deserialize(row.Columns, ViewRequests.Default.ImmutableArrayString),
            row.IsShared
        );

    public static SavedViewRow Make(ViewRequest request, string owner, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            Owner = owner,
            Name = request.Name!.Trim(),
            Filter = Written(request.Filter ?? new()),
            Sort = request.Sort,
            Columns = Written(request.Columns ?? []),
            IsShared = request.Shared ?? false,
            CreatedAt = at,
            ModifiedAt = at,
        };

    public static SavedViewRow Change(SavedViewRow row, ViewRequest request, DateTimeOffset at) =>
        row with
        {
            Name = request.Name?.Trim() ?? row.Name,
            Filter = request.Filter is { } filter ? Written(filter) : row.Filter,
            Sort = request.Sort ?? row.Sort,
            Columns = request.Columns is { } columns ? Written(columns) : row.Columns,
            IsShared = request.Shared ?? row.IsShared,
            ModifiedAt = at,
        };

    /// <summary>Who saved a view changes it, and an admin may tidy up what is shared.</summary>
    public static bool MayChange(SavedViewRow row, Actor by) =>
        row.Owner == by.User || (row.IsShared && by.Roles.HasFlag(Role.Admin));

    private static string Written(CaseFilter filter) =>
        JsonSerializer.Serialize(filter, ViewRequests.Default.CaseFilter);

    private static string Written(ImmutableArray<string> columns) =>
        JsonSerializer.Serialize(columns, ViewRequests.Default.ImmutableArrayString);
}
