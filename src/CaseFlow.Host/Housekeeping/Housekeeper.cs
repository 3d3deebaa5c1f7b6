using CaseFlow.Host.Mail;
using CaseFlow.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Housekeeping;

/// <summary>Removes now and then what has served its time. Several hosts may do so at once: what is gone is gone.</summary>
internal sealed partial class Housekeeper(
    Trimming trimming,
    InboundDeliveries hooks,
    InboundMails mails,
    IOptions<HousekeepingOptions> options,
    TimeProvider time,
    ILogger<Housekeeper> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(options.Value.CheckEvery, time);
        do
        {
            try
            {
                await Trim(stoppingToken);
            }
            catch (Exception missed) when (missed is not OperationCanceledException)
            {
                LogMissed(missed); // the next tick tries again
            }
        } while (await tick.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Trim(CancellationToken cancellation)
    {
        var (now, keep) = (time.GetUtcNow(), options.Value);
        var events = await trimming.Outbox(now - keep.KeepEventsFor, cancellation);
        var answers = await trimming.Answers(now - keep.KeepAnswersFor, cancellation);
        var deliveries = await trimming.Deliveries(now - keep.KeepDeliveriesFor, cancellation);
        var received = await hooks.Trim(now - keep.KeepHookDeliveriesFor, cancellation);
        var mail = await mails.Trim(now - keep.KeepMailFor, MailOutcomes.Settled, cancellation);
        var workflows = await trimming.Workflows(now - keep.KeepWorkflowsFor, cancellation);
        var audit = await trimming.Audit(now - keep.KeepAuditFor, cancellation);
        if (events + answers + deliveries + received + mail + workflows + audit > 0)
        {
            LogTrimmed(events, answers, deliveries, received, mail, workflows, audit);
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "Removed {Events} rows of the outbox, {Answers} kept answers, {Deliveries} deliveries, {Received} that came to webhooks, {Mail} e-mails, {Workflows} instances of workflows and {Audit} rows of the audit"
    )]
    private partial void LogTrimmed(
        int events,
        int answers,
        int deliveries,
        int received,
        int mail,
        int workflows,
        int audit
    );

    [LoggerMessage(LogLevel.Error, "Removing what has served its time failed; the next time tries again")]
    private partial void LogMissed(Exception missed);
}
