using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Webhooks.Reading;
using CaseFlow.Engine.Webhooks.Reading.Keys;

namespace CaseFlow.Engine.Webhooks;

/// <summary>Reads a webhook: whole and ready to answer, or every problem that it has, at its place.</summary>
public static class WebhookReader
{
    /// <summary>What a file of a webhook is called behind its name.</summary>
    public const string FileEnding = ".webhook.yaml";

    /// <param name="file">The name of the file, for problems; it begins with the name of the webhook.</param>
    /// <param name="processes">The processes that there are, by key: names of statuses and fields are looked up in them.</param>
    public static WebhookReadResult Read(
        string file,
        string text,
        ImmutableSortedDictionary<string, CaseProcess> processes
    )
    {
        var problems = new ProblemList(file);
        Webhook? webhook = null;
        if (YamlTree.Read(text, problems) is { } root)
        {
            var shapes = new ShapeCheck(problems);
            shapes.Check(root, new Shape.Keys(WebhookKeys.Section), "the webhook");
            CheckName(file, root, problems);
            webhook = shapes.PastLimits ? null : new WebhookPartsReader(processes, problems).Read(root, HashOf(text));
        }

        return webhook is null || problems.Any
            ? new WebhookReadResult.Broken(problems.InOrder())
            : new WebhookReadResult.Ready(webhook);
    }

    private static void CheckName(string file, YamlNode root, ProblemList problems)
    {
        if (root.At(WebhookKeys.Webhook).AsScalar() is { } name && file != name.Value + FileEnding)
        {
            problems.Add(
                name.Start,
                ProblemCodes.WrongFileName,
                $"webhook '{Say.Shortened(name.Value)}' belongs into the file '{Say.Shortened(name.Value)}{FileEnding}', and this one is '{file}'"
            );
        }
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
