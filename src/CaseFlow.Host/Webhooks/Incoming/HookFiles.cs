using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Webhooks;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>Reads files of webhooks together: no two answer at one path or have one name.</summary>
internal static class HookFiles
{
    /// <param name="texts">By path, in their order.</param>
    public static ImmutableArray<ReadHook> Read(
        IEnumerable<KeyValuePair<string, string>> texts,
        ImmutableSortedDictionary<string, CaseProcess> processes
    )
    {
        var read = ImmutableArray.CreateBuilder<ReadHook>();
        foreach (var (path, text) in texts)
        {
            var file = Path.GetFileName(path);
            read.Add(
                WebhookReader.Read(file, text, processes) switch
                {
                    WebhookReadResult.Ready(var webhook) => Clash(read, webhook, file) is { } clash
                        ? new ReadHook(path, null, [clash])
                        : new ReadHook(path, webhook, []),
                    WebhookReadResult.Broken(var problems) => new ReadHook(path, null, problems),
                    _ => throw new InvalidOperationException(),
                }
            );
        }

        return read.ToImmutable();
    }

    private static Problem? Clash(IEnumerable<ReadHook> before, Webhook webhook, string file)
    {
        foreach (var other in before.Select(one => one.Webhook).OfType<Webhook>())
        {
            if (other.Name == webhook.Name || other.Path == webhook.Path)
            {
                var what = other.Name == webhook.Name ? $"name '{other.Name}'" : $"path '{other.Path}'";
                return new Problem(
                    file,
                    1,
                    1,
                    ProblemCodes.WebhookPath,
                    $"the {what} is that of webhook '{other.Name}' already; choose another one"
                );
            }
        }

        return null;
    }
}

/// <summary>A file of a webhook, as it was read.</summary>
/// <param name="Webhook">Null where something is wrong with it.</param>
internal sealed record ReadHook(string Path, Webhook? Webhook, ImmutableArray<Problem> Problems);
