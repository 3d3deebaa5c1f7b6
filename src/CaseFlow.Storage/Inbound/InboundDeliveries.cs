using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>The deliveries of webhooks.</summary>
public sealed class InboundDeliveries : InboundQueue<InboundDeliveryRow>
{
    internal InboundDeliveries(IStore store)
        : base(store) { }

    /// <summary>Keeps a delivery, unless it came before; the id is that of the one that is kept.</summary>
    public Task<(Guid Id, bool IsNew)> Keep(InboundDeliveryRow delivery, CancellationToken cancellation) =>
        Keep(delivery, along: null, cancellation);

    /// <summary>Writes down what came of a delivery; false where somebody else has taken it up since.</summary>
    /// <param name="ended">The delivery as it was taken, with what came of it.</param>
    public Task<bool> End(InboundDeliveryRow ended, DateTimeOffset now, CancellationToken cancellation) =>
        End(ended, now, row => row.SetProperty(one => one.Results, ended.Results), cancellation);

    /// <summary>Has a delivery that has ended worked on again; false where there is none such.</summary>
    public Task<bool> Replay(Guid id, DateTimeOffset now, CancellationToken cancellation) =>
        Replay(row => row.Id == id, now, _ => { }, cancellation);

    /// <summary>Forgets what ended before this time, and says how many those were.</summary>
    public Task<int> Trim(DateTimeOffset before, CancellationToken cancellation) =>
        Store.Write(
            db => db.InboundDeliveries.Where(row => row.EndedAt < before).ExecuteDeleteAsync(cancellation),
            cancellation
        );

    private protected override Expression<Func<InboundDeliveryRow, bool>> IsSameAs(InboundDeliveryRow row) =>
        other => other.Hook == row.Hook && other.Key == row.Key;
}
