using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Webhooks;
using CaseFlow.Engine.Webhooks.Reading;
using TextReader = CaseFlow.Engine.Webhooks.Reading.TextReader;

namespace CaseFlow.Engine.Mail.Reading;

/// <summary>Reads the tree of a mailbox, whose shape has been checked.</summary>
internal sealed class MailboxPartsReader(ImmutableSortedDictionary<string, CaseProcess> processes, ProblemList problems)
{
    private const int DefaultMaxFiles = 20;
    private const int DefaultMaxBytes = 10_000_000;
    private const int DefaultMostOfSender = 20;

    private static readonly TimeSpan DefaultWithin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DefaultEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LeastEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostEvery = TimeSpan.FromDays(1);

    public Mailbox Read(YamlNode root, string hash)
    {
        var process = ProcessOf(root.At(MailboxKeys.Process));
        var name = root.At(MailboxKeys.Mailbox).AsText() ?? "";
        var files = root.At(MailboxKeys.Attachments);
        var limit = root.At(MailboxKeys.SenderLimit);
        return new Mailbox
        {
            Name = name,
            Title = Labels.Read(root.At(MailboxKeys.Title), name),
            Hash = hash,
            Process = process?.Key ?? "",
            Addresses =
            [
                .. root.At(MailboxKeys.Address)
                    .ManyScalars()
                    .Select(one => one.Value.ToLowerInvariant())
                    .Distinct(StringComparer.Ordinal),
            ],
            Fields = FieldsOf(root.At(MailboxKeys.Fields), new ProcessNames(process, problems, "mailbox")),
            UnknownSenders = root.At(MailboxKeys.UnknownSenders).AsText() switch
            {
                "create" => UnknownSenders.Create,
                "refuse" => UnknownSenders.Refuse,
                _ => UnknownSenders.Review,
            },
            RequiresEntitlement = root.At(MailboxKeys.RequireEntitlement).AsFlag(),
            ReplyWithin = root.At(MailboxKeys.ReplyWithin) is { } within
                ? DurationReader.Read(within, "'reply-within'", problems)
                : null,
            AutoReply = AutoReplyOf(root.At(MailboxKeys.AutoReply)),
            Attachments = new(
                files.At(MailboxKeys.MaxFiles).AsWhole() ?? DefaultMaxFiles,
                files.At(MailboxKeys.MaxBytes).AsWhole() ?? DefaultMaxBytes
            ),
            SenderLimit = new(
                limit.At(MailboxKeys.Most).AsWhole() ?? DefaultMostOfSender,
                limit.At(MailboxKeys.Within) is { } time
                    ? DurationReader.Read(time, "'within'", problems)
                    : DefaultWithin
            ),
            Imap = root.At(MailboxKeys.Imap) is { } imap ? ImapOf(imap) : null,
        };
    }

    private ImmutableArray<HookField> FieldsOf(YamlNode? node, ProcessNames names)
    {
        var texts = new TextReader(MailScope.Opening, problems);
        var fields = ImmutableArray.CreateBuilder<HookField>();
        foreach (var (name, value) in node.Entries())
        {
            if (texts.Read(value) is { } text)
            {
                names.Field(name, value, text);
                fields.Add(new HookField(name.Value, text));
            }
        }

        return fields.ToImmutable();
    }

    private AutoReply? AutoReplyOf(YamlNode? node)
    {
        var texts = new TextReader(MailScope.Answering, problems);
        return
            texts.Read(node.At(MailboxKeys.Subject)) is { } subject && texts.Read(node.At(MailboxKeys.Text)) is { } text
            ? new AutoReply(subject, text)
            : null;
    }

    private ImapSource ImapOf(YamlNode node)
    {
        var security = node.At(MailboxKeys.Security).AsText() switch
        {
            "start-tls" => ImapSecurity.StartTls,
            "none" => ImapSecurity.None,
            _ => ImapSecurity.Tls,
        };
        var every = node.At(MailboxKeys.Every) is { } said
            ? DurationReader.Read(said, "'every'", problems)
            : DefaultEvery;
        if (every < LeastEvery || every > MostEvery)
        {
            problems.Add(
                node.At(MailboxKeys.Every)!.Start,
                ProblemCodes.MailboxSetting,
                "'every' is from 1 second to 1 day"
            );
        }

        var password = node.At(MailboxKeys.Password);
        return new ImapSource(
            node.At(MailboxKeys.Host).AsText() ?? "",
            node.At(MailboxKeys.Port).AsWhole() ?? (security == ImapSecurity.Tls ? 993 : 143),
            security,
            node.At(MailboxKeys.User).AsText() ?? "",
            password.AsText() ?? "",
            node.At(MailboxKeys.Folder).AsText() ?? "INBOX",
            node.At(MailboxKeys.MoveTo).AsText(),
            every,
            (password ?? node).Start.Line,
            (password ?? node).Start.Column
        );
    }

    private CaseProcess? ProcessOf(YamlNode? node) =>
        new KnownNames("process", ProblemCodes.UnknownProcess, processes.Keys, problems).Refer(node, "mailbox of")
            is { } key
            ? processes[key]
            : null;
}
