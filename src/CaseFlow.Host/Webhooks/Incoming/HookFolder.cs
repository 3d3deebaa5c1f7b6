using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Webhooks;
using CaseFlow.Host.Processes;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>
/// Watches the folder of definitions for webhooks: a saved file that is valid answers a moment later; one that is not changes
/// nothing and shows its problems.
/// </summary>
internal sealed partial class HookFolder(
    HookCatalog catalog,
    ProcessCatalog processes,
    IOptions<ProcessOptions> options,
    TimeProvider time,
    ILogger<HookFolder> logger
) : DefinitionFolder(options.Value.Folder, WebhookReader.FileEnding, processes, time)
{
    protected override void Read(
        IEnumerable<KeyValuePair<string, string>> saved,
        ImmutableSortedDictionary<string, CaseProcess> known
    )
    {
        var before = catalog.All.ToDictionary(hook => hook.File, StringComparer.Ordinal);
        var read = HookFiles.Read(saved, known);
        var hooks = ImmutableArray.CreateBuilder<LiveHook>();
        foreach (var one in read)
        {
            var file = Path.GetFileName(one.Path);
            if (one.Webhook is { } webhook)
            {
                hooks.Add(new LiveHook(webhook, file));
                if (before.GetValueOrDefault(file)?.Webhook.Hash != webhook.Hash)
                {
                    LogLive(webhook.Name, webhook.Path);
                }
            }
            else if (before.TryGetValue(file, out var goesOn))
            {
                hooks.Add(goesOn);
            }
        }

        ImmutableArray<Problem> problems = [.. read.SelectMany(one => one.Problems)];
        foreach (var problem in problems.Except(catalog.Problems))
        {
            LogProblem(problem.ToString());
        }

        catalog.Replace(hooks.ToImmutable(), problems);
    }

    protected override void OnMissed(Exception missed) => LogMissed(missed);

    [LoggerMessage(LogLevel.Information, "Webhook {Webhook} answers at /hooks/{Path}")]
    private partial void LogLive(string webhook, string path);

    [LoggerMessage(LogLevel.Error, "{Problem}")]
    private partial void LogProblem(string problem);

    [LoggerMessage(LogLevel.Error, "Looking for webhooks failed; the next look tries again")]
    private partial void LogMissed(Exception missed);
}
