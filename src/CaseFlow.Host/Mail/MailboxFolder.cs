using CaseFlow.Engine.Mail;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Processes;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Mail;

/// <summary>
/// Watches the folder of definitions for mailboxes: a saved file that is valid counts a moment later; one that is not changes
/// nothing and shows its problems. They are read again when a process changes, because they name what is in it.
/// </summary>
internal sealed partial class MailboxFolder(
    MailboxCatalog catalog,
    ProcessCatalog processes,
    IOptions<ProcessOptions> options,
    TimeProvider time,
    ILogger<MailboxFolder> logger
) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(150);

    private readonly SavedFiles files = new(options.Value.Folder, [MailboxReader.FileEnding]);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, PublishedProcess>? readWith;

    /// <summary>Reads what is there. The host does so before it serves.</summary>
    public async Task Catch(CancellationToken cancellation)
    {
        await Load(files.All(), cancellation);
        Read();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(LookEvery, time);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            var changes = files.Look();
            try
            {
                await Take(changes, stoppingToken);
            }
            catch (Exception missed) when (missed is not OperationCanceledException)
            {
                files.LookAgainAt(changes.Saved);
                LogMissed(missed); // the next tick tries again
            }
        }
    }

    private async Task Take(SavedFiles.Changes changes, CancellationToken cancellation)
    {
        if (changes is { Saved: [], Gone: [] } && ReferenceEquals(readWith, processes.All))
        {
            return;
        }

        await Load(changes.Saved, cancellation);
        foreach (var path in changes.Gone)
        {
            texts.Remove(path);
        }

        Read();
    }

    private async Task Load(IEnumerable<string> paths, CancellationToken cancellation)
    {
        foreach (var path in paths)
        {
            texts[path] = await File.ReadAllTextAsync(path, cancellation);
        }
    }

    private void Read()
    {
        readWith = processes.All;
        var known = readWith.ToImmutableSortedDictionary(
            one => one.Key,
            one => one.Value.Process,
            StringComparer.Ordinal
        );
        var before = catalog.All.ToDictionary(one => one.File, StringComparer.Ordinal);
        var read = MailboxFiles.Read(texts.OrderBy(text => text.Key, StringComparer.Ordinal), known);
        var mailboxes = ImmutableArray.CreateBuilder<LiveMailbox>();
        foreach (var one in read)
        {
            var file = Path.GetFileName(one.Path);
            if (one.Mailbox is { } mailbox)
            {
                mailboxes.Add(new LiveMailbox(mailbox, file));
                if (before.GetValueOrDefault(file)?.Mailbox.Hash != mailbox.Hash)
                {
                    LogLive(mailbox.Name, mailbox.Addresses[0]);
                }
            }
            else if (before.TryGetValue(file, out var goesOn))
            {
                mailboxes.Add(goesOn);
            }
        }

        ImmutableArray<Problem> problems = [.. read.SelectMany(one => one.Problems)];
        foreach (var problem in problems.Except(catalog.Problems))
        {
            LogProblem(problem.ToString());
        }

        catalog.Replace(mailboxes.ToImmutable(), problems);
    }

    [LoggerMessage(LogLevel.Information, "Mailbox {Mailbox} takes e-mail to {Address}")]
    private partial void LogLive(string mailbox, string address);

    [LoggerMessage(LogLevel.Error, "{Problem}")]
    private partial void LogProblem(string problem);

    [LoggerMessage(LogLevel.Error, "Looking for mailboxes failed; the next look tries again")]
    private partial void LogMissed(Exception missed);
}
