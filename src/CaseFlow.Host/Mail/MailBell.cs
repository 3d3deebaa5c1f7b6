using CaseFlow.Host.Inbound;
using CaseFlow.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Mail;

/// <summary>Has e-mail worked on.</summary>
internal sealed partial class MailBell(
    InboundMails mails,
    MailWorker worker,
    IOptions<MailboxOptions> options,
    TimeProvider time,
    ILogger<MailBell> logger
)
    : InboundBell<InboundMailRow>(
        mails,
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
    private const int MostAtOnce = 16;

    protected override async Task WorkOn(InboundMailRow row, bool isLastTry, CancellationToken cancellation) =>
        await mails.End(await worker.WorkOn(row, isLastTry, cancellation), Time.GetUtcNow(), cancellation);

    protected override string? Explain(Exception failed) => (failed as MailTrouble)?.Message;

    protected override Task GiveUp(InboundMailRow row, string why, CancellationToken cancellation) =>
        mails.End(row.As(MailOutcomes.Dead, "failed", why), Time.GetUtcNow(), cancellation);

    protected override void LogFailed(Exception failed, InboundMailRow row) => LogFailed(failed, row.Id, row.Mailbox);

    [LoggerMessage(LogLevel.Error, "E-mail {Mail} of mailbox {Mailbox} failed")]
    private partial void LogFailed(Exception failed, Guid mail, string mailbox);

    [LoggerMessage(LogLevel.Error, "Looking for e-mail failed; the next look tries again")]
    protected override partial void LogMissed(Exception missed);
}
