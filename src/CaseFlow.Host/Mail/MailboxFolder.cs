using CaseFlow.Engine.Mail;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Processes;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Mail;

/// <summary>
/// Watches the folder of definitions for mailboxes: a saved file that is valid counts a moment later; one that is not changes
/// nothing and shows its problems.
/// </summary>
internal sealed partial class MailboxFolder(
    MailboxCatalog catalog,
    ProcessCatalog processes,
    IOptions<ProcessOptions> options,
    TimeProvider time,
    ILogger<MailboxFolder> logger
) : DefinitionFolder(options.Value.Folder, MailboxReader.FileEnding, processes, time)
{
    protected override void Read(
        IEnumerable<KeyValuePair<string, string>> saved,
        ImmutableSortedDictionary<string, CaseProcess> known
    )
    {
        var before = catalog.All.ToDictionary(one => one.File, StringComparer.Ordinal);
        var read = MailboxFiles.Read(saved, known);
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

    protected override void OnMissed(Exception missed) => LogMissed(missed);

    [LoggerMessage(LogLevel.Information, "Mailbox {Mailbox} takes e-mail to {Address}")]
    private partial void LogLive(string mailbox, string address);

    [LoggerMessage(LogLevel.Error, "{Problem}")]
    private partial void LogProblem(string problem);

    [LoggerMessage(LogLevel.Error, "Looking for mailboxes failed; the next look tries again")]
    private partial void LogMissed(Exception missed);
}
