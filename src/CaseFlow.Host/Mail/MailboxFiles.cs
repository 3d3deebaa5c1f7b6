using CaseFlow.Engine.Mail;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Host.Mail;

/// <summary>Reads files of mailboxes together: no two have one name or one address.</summary>
internal static class MailboxFiles
{
    /// <param name="texts">By path, in their order.</param>
    public static ImmutableArray<ReadMailbox> Read(
        IEnumerable<KeyValuePair<string, string>> texts,
        ImmutableSortedDictionary<string, CaseProcess> processes
    )
    {
        var read = ImmutableArray.CreateBuilder<ReadMailbox>();
        foreach (var (path, text) in texts)
        {
            var file = Path.GetFileName(path);
            read.Add(
                MailboxReader.Read(file, text, processes) switch
                {
                    MailboxReadResult.Ready(var mailbox) => Clash(read, mailbox, file) is { } clash
                        ? new ReadMailbox(path, null, [clash])
                        : new ReadMailbox(path, mailbox, []),
                    MailboxReadResult.Broken(var problems) => new ReadMailbox(path, null, problems),
                    _ => throw new InvalidOperationException(),
                }
            );
        }

        return read.ToImmutable();
    }

    private static Problem? Clash(IEnumerable<ReadMailbox> before, Mailbox mailbox, string file)
    {
        foreach (var other in before.Select(one => one.Mailbox).OfType<Mailbox>())
        {
            var what =
                other.Name == mailbox.Name ? $"name '{other.Name}'"
                : mailbox.Addresses.Intersect(other.Addresses, StringComparer.Ordinal).FirstOrDefault() is { } address
                    ? $"address '{address}'"
                : null;
            if (what is not null)
            {
                return new Problem(
                    file,
                    1,
                    1,
                    ProblemCodes.MailboxAddress,
                    $"the {what} is that of mailbox '{other.Name}' already; choose another one"
                );
            }
        }

        return null;
    }
}

/// <summary>A file of a mailbox, as it was read.</summary>
/// <param name="Mailbox">Null where something is wrong with it.</param>
internal sealed record ReadMailbox(string Path, Mailbox? Mailbox, ImmutableArray<Problem> Problems);
