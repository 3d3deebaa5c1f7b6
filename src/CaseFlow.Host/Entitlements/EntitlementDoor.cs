using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Entitlements;

/// <summary>What every endpoint that changes entitlements does alike: who may, what was seen, the balances, the answer.</summary>
internal sealed class EntitlementDoor(KeptAnswers kept, TimeProvider time)
{
    public static ApiProblem NoSuchEntitlement(Guid id) => ApiProblem.NotFound($"There is no entitlement {id}.");

    /// <summary>Changes one, if what is asked is possible as it now stands, and answers with it.</summary>
    /// <param name="work">Changes the row and says what it answers with, the row itself or one that came of it; or why not.</param>
    public async Task<IResult> Change(
        HttpContext context,
        Guid id,
        byte[] body,
        EntitlementChange? change,
        Func<CaseFlowDb, EntitlementRow, DateTimeOffset, Task<ApiProblem?>> work
    )
    {
        return await Save(
            context,
            body,
            async (db, at) =>
            {
                if (await db.Entitlements.FindAsync([id], context.RequestAborted) is not { } row)
                {
                    return (null, NoSuchEntitlement(id));
                }

                var status = EntitlementLife.StatusAt(row.State, row.Starts, row.Ends, row.TimeZone, at);
                if (change is { } asked && EntitlementLife.Check(asked, status) is { } no)
                {
                    return (
                        null,
                        new ApiProblem(StatusCodes.Status422UnprocessableEntity, "entitlement-status", no.Explain())
                        {
                            Allowed = [.. no.Possible.Select(EntitlementWords.Of)],
                        }
                    );
                }

                if (SeenOther(context, row) is { } stale)
                {
                    return (null, stale);
                }

                var problem = await work(db, row, at);
                row.Version++;
                row.ModifiedAt = at;
                row.ModifiedBy = context.Actor().User;
                return (row, problem);
            },
            StatusCodes.Status200OK
        );
    }

    /// <summary>Saves what the work added and changed, once for each idempotency key.</summary>
    public async Task<IResult> Save(
        HttpContext context,
        byte[] body,
        Func<CaseFlowDb, DateTimeOffset, Task<(EntitlementRow? Row, ApiProblem? Problem)>> work,
        int status
    )
    {
        try
        {
            return await kept.Once(
                context,
                body,
                async db =>
                {
                    var at = time.GetUtcNow();
                    var (row, problem) = await work(db, at);
                    if (problem is not null)
                    {
                        db.ChangeTracker.Clear();
                        return CaseReply.Of(problem);
                    }

                    return await Reply(db, row!, at, status, context.RequestAborted);
                }
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ApiProblem(
                StatusCodes.Status409Conflict,
                "busy",
                "The entitlement kept changing meanwhile. Try again."
            );
        }
    }

    /// <summary>Brings the balances to these totals; what is added or taken away is an entry of the ledger.</summary>
    public static async Task SetTotals(
        CaseFlowDb db,
        EntitlementRow row,
        IReadOnlyDictionary<string, long> totals,
        string by,
        DateTimeOffset at
    )
    {
        var balances = await db.EntitlementBalances.Where(one => one.EntitlementId == row.Id).ToListAsync();
        foreach (var (channel, total) in totals)
        {
            var balance = balances.Find(one => one.Channel == channel);
            if (balance is null)
            {
                balance = new()
                {
                    EntitlementId = row.Id,
                    Channel = channel,
                    Total = 0,
                    Used = 0,
                };
                db.EntitlementBalances.Add(balance);
            }

            Set(db, balance, total, isListed: true, by, at);
        }

        foreach (var gone in balances.Where(one => !totals.ContainsKey(one.Channel)))
        {
            Set(db, gone, 0, isListed: false, by, at);
        }
    }

    private static void Set(
        CaseFlowDb db,
        EntitlementBalanceRow balance,
        long total,
        bool isListed,
        string by,
        DateTimeOffset at
    )
    {
        if (total != balance.Total)
        {
            db.EntitlementEntries.Add(
                new()
                {
                    EntitlementId = balance.EntitlementId,
                    Channel = balance.Channel,
                    Event = "total",
                    Amount = total - balance.Total,
                    Balance = total - balance.Used,
                    At = at,
                    By = by,
                }
            );
        }

        (balance.Total, balance.IsListed) = (total, isListed);
    }

    /// <summary>A customer has one default: the others are none any more.</summary>
    public static async Task ClearOtherDefaults(CaseFlowDb db, EntitlementRow row, CancellationToken cancellation)
    {
        var others = await db
            .Entitlements.Where(one => one.CustomerId == row.CustomerId && one.IsDefault && one.Id != row.Id)
            .ToListAsync(cancellation);
        foreach (var other in others)
        {
            other.IsDefault = false;
            other.Version++;
        }
    }

    private static async Task<CaseReply> Reply(
        CaseFlowDb db,
        EntitlementRow row,
        DateTimeOffset at,
        int status,
        CancellationToken cancellation
    )
    {
        await db.EntitlementBalances.Where(one => one.EntitlementId == row.Id).LoadAsync(cancellation);
        var facts = row.ToFacts(db.EntitlementBalances.Local.Where(one => one.EntitlementId == row.Id));
        return new CaseReply(
            status,
            JsonSerializer.SerializeToUtf8Bytes(
                EntitlementView.Of(row, facts, at),
                EntitlementRequests.Default.EntitlementView
            ),
            string.Create(CultureInfo.InvariantCulture, $"\"{row.Version}\""),
            status == StatusCodes.Status201Created ? $"/api/entitlements/{row.Id}" : null
        );
    }

    private static ApiProblem? SeenOther(HttpContext context, EntitlementRow row)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        return header is "" or "*" || header == string.Create(CultureInfo.InvariantCulture, $"\"{row.Version}\"")
            ? null
            : new ApiProblem(
                StatusCodes.Status412PreconditionFailed,
                "version-conflict",
                $"The entitlement is at version {row.Version} now. Read it again and decide again."
            )
            {
                Version = row.Version,
            };
    }
}
