using System.Text.Json;
using CaseFlow.Host.Inbound;
using CaseFlow.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>Has the deliveries worked on.</summary>
internal sealed partial class HookBell(
    InboundDeliveries deliveries,
    HookWorker worker,
    IOptions<HookOptions> options,
    TimeProvider time,
    ILogger<HookBell> logger
)
    : InboundBell<InboundDeliveryRow>(
        deliveries,
        new InboundPace(
            options.Value.CheckEvery,
            options.Value.HoldFor,
            MostAtOnce,
            options.Value.Together,
            options.Value.MaxTries,
            options.Value.FirstPause,
            options.Value.LongestPause
        ),
        time
    )
{
    private const int MostAtOnce = 64;

    protected override async Task WorkOn(InboundDeliveryRow row, bool isLastTry, CancellationToken cancellation)
    {
        var results = await worker.WorkOn(row, cancellation);
        await End(row, HookOutcomes.StateOf(results), results, null, cancellation);
    }

    protected override string? Explain(Exception failed) => (failed as HookTrouble)?.Message;

    protected override Task GiveUp(InboundDeliveryRow row, string why, CancellationToken cancellation) =>
        End(row, HookOutcomes.Dead, [], why, cancellation);

    protected override void LogFailed(Exception failed, InboundDeliveryRow row) => LogFailed(failed, row.Id, row.Hook);

    private Task<bool> End(
        InboundDeliveryRow row,
        string state,
        ImmutableArray<HookResult> results,
        string? detail,
        CancellationToken cancellation
    ) =>
        deliveries.End(
            row with
            {
                State = state,
                Results = JsonSerializer.Serialize(results, HookJson.Default.ImmutableArrayHookResult),
                Detail = detail,
            },
            Time.GetUtcNow(),
            cancellation
        );

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} of webhook {Webhook} failed")]
    private partial void LogFailed(Exception failed, Guid delivery, string webhook);

    [LoggerMessage(LogLevel.Error, "Looking for deliveries failed; the next look tries again")]
    protected override partial void LogMissed(Exception missed);
}
