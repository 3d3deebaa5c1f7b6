using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>Which deliveries: all that is given must fit.</summary>
internal sealed record DeliveryFilter(Guid? Subscription = null, string? Status = null, Guid? Case = null)
{
    public ApiProblem? Check() =>
        Status is null || DeliveryStatus.All.Contains(Status, StringComparer.Ordinal)
            ? null
            : ApiProblem.Malformed($"'status' is {string.Join(", ", DeliveryStatus.All)}.");

    public IQueryable<DeliveryRow> Apply(IQueryable<DeliveryRow> rows)
    {
        rows = Subscription is { } subscription ? rows.Where(row => row.SubscriptionId == subscription) : rows;
        rows = Status is { } status ? rows.Where(row => row.Status == status) : rows;
        return Case is { } about ? rows.Where(row => row.CaseId == about) : rows;
    }
}
