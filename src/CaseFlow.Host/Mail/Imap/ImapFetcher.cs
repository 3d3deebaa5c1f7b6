using CaseFlow.Engine.Mail;
using MailKit;

namespace CaseFlow.Host.Mail.Imap;

/// <summary>
/// Looks for new e-mail where mailboxes say it is fetched, each as often as it says. Several hosts may do so at once: what
/// two of them find is kept once.
/// </summary>
internal sealed partial class ImapFetcher(
    MailboxCatalog catalog,
    MailSecrets secrets,
    ImapVisit visit,
    FetchStates states,
    TimeProvider time,
    ILogger<ImapFetcher> logger
) : BackgroundService
{
    // A server that marks nothing as seen would be asked for ever.
    private const int MostVisits = 100;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, Round> rounds = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(LookEvery, time);
        try
        {
            while (await tick.WaitForNextTickAsync(stoppingToken))
            {
                StartWhatIsDue(stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(rounds.Values.Select(round => round.Visit));
        }
    }

    // A server that is slow keeps only its own mailbox waiting.
    private void StartWhatIsDue(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var mailbox in catalog.All.Select(one => one.Mailbox))
        {
            var last = rounds.GetValueOrDefault(mailbox.Name);
            var isDue = last is null || last.Hash != mailbox.Hash || now >= last.At + mailbox.Imap?.Every;
            if (mailbox.Imap is { } source && last?.Visit.IsCompleted != false && isDue)
            {
                rounds[mailbox.Name] = new(mailbox.Hash, now, Visit(mailbox, source, cancellation));
            }
        }
    }

    private async Task Visit(Mailbox mailbox, ImapSource source, CancellationToken cancellation)
    {
        if (secrets.Find(source.Password) is not { } password)
        {
            states.Failed(mailbox.Name, "The settings lack the secret that it names: Mail:Secrets:<name>.");
            return;
        }

        try
        {
            for (var visits = 1; visits <= MostVisits; visits++)
            {
                if (!await visit.Fetch(mailbox, source, password, cancellation))
                {
                    break;
                }
            }

            states.WentWell(mailbox.Name, time.GetUtcNow());
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The host stops; what is unseen is found when it starts again.
        }
#pragma warning disable CA1031 // Whatever it was: the next round tries again, and the mailbox shows why.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            states.Failed(mailbox.Name, Words(failed));
            LogFailed(failed, mailbox.Name);
        }
    }

    private static string Words(Exception failed) =>
        failed switch
        {
            MailKit.Security.AuthenticationException => "The server does not let the user in with this password.",
            FolderNotFoundException missing => $"The server has no folder '{missing.FolderName}'.",
            _ => $"The server cannot be asked: {failed.Message}",
        };

    [LoggerMessage(LogLevel.Warning, "Fetching e-mail of mailbox {Mailbox} failed; the next look tries again")]
    private partial void LogFailed(Exception failed, string mailbox);

    private sealed record Round(string Hash, DateTimeOffset At, Task Visit);
}
