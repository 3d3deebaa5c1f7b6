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
) : InboundBell<InboundDeliveryRow>(time)
{
    private const int MostAtOnce = 64;

    protected override InboundPace Pace { get; } =
        new(
            options.Value.CheckEvery,
            options.Value.Together,
            options.Value.MaxTries,
            options.Value.FirstPause,
            options.Value.LongestPause
        );

    protected override Task<ImmutableArray<InboundDeliveryRow>> Take(
        DateTimeOffset now,
        CancellationToken cancellation
    ) => deliveries.Take(now, options.Value.HoldFor, MostAtOnce, cancellation);

    protected override async Task WorkOn(InboundDeliveryRow row, bool isLastTry, CancellationToken cancellation)
    {
        var results = await worker.WorkOn(row, cancellation);
        await End(row, HookOutcomes.StateOf(results), results, null, cancellation);
    }

    protected override int FailuresOf(InboundDeliveryRow row) => row.Failures;

    protected override string? Explain(Exception failed) => (failed as HookTrouble)?.Message;

    protected override Task PutOff(
        InboundDeliveryRow row,
        DateTimeOffset until,
        string why,
        CancellationToken cancellation
    ) => deliveries.PutOff(row, until, why, cancellation);

    protected override Task GiveUp(InboundDeliveryRow row, string why, CancellationToken cancellation) =>
        End(row, HookOutcomes.Dead, [], why, cancellation);

    protected override Task Trim(DateTimeOffset now, CancellationToken cancellation) =>
        deliveries.Trim(now - options.Value.KeepFor, cancellation);

    private Task<bool> End(
        InboundDeliveryRow row,
        string state,
        ImmutableArray<HookResult> results,
        string? detail,
        CancellationToken cancellation
    ) =>
        deliveries.End(
            row,
            state,
            JsonSerializer.Serialize(results, HookJson.Default.ImmutableArrayHookResult),
            detail,
            Time.GetUtcNow(),
            cancellation
        );

    protected override void LogFailed(Exception failed, InboundDeliveryRow row) => LogFailed(failed, row.Id, row.Hook);

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} of webhook {Webhook} failed")]
    private partial void LogFailed(Exception failed, Guid delivery, string webhook);

    [LoggerMessage(LogLevel.Error, "Looking for deliveries failed; the next look tries again")]
    protected override partial void LogMissed(Exception missed);
}
