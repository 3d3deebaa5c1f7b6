using System.Threading.Channels;
using CaseFlow.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Mail;

/// <summary>
/// Has e-mail worked on: at once when one came, again after a pause when that failed, and that of a host that has died.
/// What fails too often is a dead letter, until somebody has it worked on again.
/// </summary>
internal sealed partial class MailBell(
    InboundMails mails,
    MailWorker worker,
    IOptions<MailboxOptions> options,
    TimeProvider time,
    ILogger<MailBell> logger
) : BackgroundService
{
    private const int MostAtOnce = 16;

    private static readonly TimeSpan TrimEvery = TimeSpan.FromHours(1);

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private DateTimeOffset trimAt;

    /// <summary>There is something to do.</summary>
    public void LookSoon() => bell.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await WorkOnDue(stoppingToken) > 0)
                {
                    // The next of each lane could not be taken before.
                }

                await Trim(stoppingToken);
            }
            catch (Exception missed) when (missed is not OperationCanceledException)
            {
                LogMissed(missed); // the next look tries again
            }

            await WaitForBell(stoppingToken);
        }
    }

    private async Task WaitForBell(CancellationToken stopping)
    {
        using var look = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var ring = bell.Reader.WaitToReadAsync(look.Token).AsTask();
        await Task.WhenAny(ring, Task.Delay(options.Value.CheckEvery, time, look.Token));
        await look.CancelAsync();
        bell.Reader.TryRead(out _);
    }

    private async Task<int> WorkOnDue(CancellationToken cancellation)
    {
        var due = await mails.Take(time.GetUtcNow(), options.Value.HoldFor, MostAtOnce, cancellation);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Together, CancellationToken = cancellation },
            async (mail, stopping) => await WorkOn(mail, stopping)
        );
        return due.Length;
    }

    private async Task WorkOn(InboundMailRow mail, CancellationToken cancellation)
    {
        try
        {
            var isLast = mail.Failures + 1 >= options.Value.MaxTries;
            await mails.End(await worker.WorkOn(mail, isLast, cancellation), time.GetUtcNow(), cancellation);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogFailed(failed, mail.Id, mail.Mailbox);
            await Fail(mail, failed, cancellation);
        }
    }

    private async Task Fail(InboundMailRow mail, Exception failed, CancellationToken cancellation)
    {
        var why = failed is MailTrouble ? failed.Message : "The host failed at this. It is in its log.";
        if (mail.Failures + 1 >= options.Value.MaxTries)
        {
            await mails.End(mail.As(MailOutcomes.Dead, "failed", why), time.GetUtcNow(), cancellation);
        }
        else
        {
            await mails.PutOff(mail, time.GetUtcNow() + PauseAfter(mail.Failures), why, cancellation);
        }
    }

    // With up to a fifth more, so that what failed together does not come back together.
    private TimeSpan PauseAfter(int failures)
    {
        var pause = options.Value.FirstPause * Math.Pow(2, Math.Min(failures, 30));
        var most = options.Value.LongestPause;
        return (pause < most ? pause : most) * (1 + (Random.Shared.NextDouble() / 5));
    }

    private async Task Trim(CancellationToken cancellation)
    {
        if (time.GetUtcNow() is var now && now >= trimAt)
        {
            trimAt = now + TrimEvery;
            await mails.Trim(now - options.Value.KeepFor, MailOutcomes.Settled, cancellation);
        }
    }

    [LoggerMessage(LogLevel.Error, "E-mail {Mail} of mailbox {Mailbox} failed")]
    private partial void LogFailed(Exception failed, Guid mail, string mailbox);

    [LoggerMessage(LogLevel.Error, "Looking for e-mail failed; the next look tries again")]
    private partial void LogMissed(Exception missed);
}
