using CaseFlow.Engine.Mail;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Webhooks;
using CaseFlow.Host.Mail;
using CaseFlow.Host.Webhooks.Incoming;
using CaseFlow.Host.Workflows;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.CommandLine;

/// <summary>A file that was read, and everything that is wrong with it.</summary>
/// <param name="Process">The process that it defines; null where it defines none.</param>
/// <param name="Webhook">The webhook that it defines; null where it defines none.</param>
internal sealed record ValidatedFile(
    string Path,
    CaseProcess? Process,
    Webhook? Webhook,
    ImmutableArray<Problem> Problems
)
{
    /// <summary>The mailbox that it defines; null where it defines none.</summary>
    public Mailbox? Mailbox { get; private init; }

    /// <summary>The workflow that it defines; null where it defines none.</summary>
    public WorkflowDefinition? Workflow { get; private init; }

    public ImmutableArray<WorkflowWarning> Warnings { get; private init; } = [];

    /// <summary>Reads processes, then the webhooks and mailboxes, which name what is in them, and the workflows.</summary>
    public static async Task<ImmutableArray<ValidatedFile>> Read(
        IEnumerable<string> paths,
        CancellationToken cancellation
    )
    {
        var isWorkflow = paths.ToLookup(WorkflowFiles.Is);
        var byKind = isWorkflow[false]
            .ToLookup(
                path =>
                    path.EndsWith(WebhookReader.FileEnding, StringComparison.Ordinal) ? WebhookReader.FileEnding
                    : path.EndsWith(MailboxReader.FileEnding, StringComparison.Ordinal) ? MailboxReader.FileEnding
                    : ProcessReader.FileEnding,
                StringComparer.Ordinal
            );
        var read = ImmutableArray.CreateBuilder<ValidatedFile>();
        foreach (var path in byKind[ProcessReader.FileEnding])
        {
            read.Add(Of(path, (await DefinitionFile.Load(path, cancellation)).Read()));
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var processes = read.Select(one => one.Process).OfType<CaseProcess>().ToList();
        foreach (var path in byKind[WebhookReader.FileEnding].Concat(byKind[MailboxReader.FileEnding]))
        {
            texts.Add(path, await File.ReadAllTextAsync(path, cancellation));
        }

        foreach (var path in texts.Keys.Concat(isWorkflow[true]))
        {
            processes.AddRange(await Beside(path, cancellation));
        }

        var known = processes
            .DistinctBy(process => process.Key, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(process => process.Key, process => process, StringComparer.Ordinal);
        return
        [
            .. read,
            .. HookFiles
                .Read(TextsOf(WebhookReader.FileEnding), known)
                .Select(one => new ValidatedFile(one.Path, null, one.Webhook, At(one.Path, one.Problems))),
            .. MailboxFiles
                .Read(TextsOf(MailboxReader.FileEnding), known)
                .Select(one => new ValidatedFile(one.Path, null, null, At(one.Path, one.Problems))
                {
                    Mailbox = one.Mailbox,
                }),
            .. (await WorkflowFile.Read(isWorkflow[true], [.. known.Values], cancellation)).Select(one =>
                Of(one.Path, one.Result)
            ),
        ];

        IEnumerable<KeyValuePair<string, string>> TextsOf(string ending) =>
            byKind[ending].Select(path => KeyValuePair.Create(path, texts[path]));
    }

    private static ImmutableArray<Problem> At(string path, ImmutableArray<Problem> problems) =>
        [.. problems.Select(problem => problem with { File = path })];

    private static ValidatedFile Of(string path, ReadResult result) =>
        result switch
        {
            ReadResult.Ready(var process) => new(path, process, null, []),
            ReadResult.Broken(var problems) => new(path, null, null, problems),
            _ => throw new InvalidOperationException(),
        };

    private static ValidatedFile Of(string path, WorkflowReadResult result) =>
        new(path, null, null, result is WorkflowReadResult.Broken(var problems) ? problems : [])
        {
            Workflow = (result as WorkflowReadResult.Ready)?.Definition,
            Warnings = result.Warnings,
        };

    // What is read alone is about the process beside it.
    private static async Task<IEnumerable<CaseProcess>> Beside(string file, CancellationToken cancellation)
    {
        var found = new List<CaseProcess>();
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))!;
        foreach (var path in Directory.EnumerateFiles(folder, "*" + ProcessReader.FileEnding))
        {
            if ((await DefinitionFile.Load(path, cancellation)).Read() is ReadResult.Ready(var process))
            {
                found.Add(process);
            }
        }

        return found;
    }
}
