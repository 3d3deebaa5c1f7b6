using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Mail.Reading;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Mail;

/// <summary>Reads a mailbox: whole and ready to take e-mail, or every problem that it has, at its place.</summary>
public static class MailboxReader
{
    /// <summary>What a file of a mailbox is called behind its name.</summary>
    public const string FileEnding = ".mailbox.yaml";

    /// <param name="file">The name of the file, for problems; it begins with the name of the mailbox.</param>
    /// <param name="processes">The processes that there are, by key: names of fields are looked up in them.</param>
    public static MailboxReadResult Read(
        string file,
        string text,
        ImmutableSortedDictionary<string, CaseProcess> processes
    )
    {
        var problems = new ProblemList(file);
        Mailbox? mailbox = null;
        if (YamlTree.Read(text, problems) is { } root)
        {
            var shapes = new ShapeCheck(problems);
            shapes.Check(root, new Shape.Keys(MailboxKeys.Section), "the mailbox");
            CheckName(file, root, problems);
            mailbox = shapes.PastLimits ? null : new MailboxPartsReader(processes, problems).Read(root, HashOf(text));
        }

        return mailbox is null || problems.Any
            ? new MailboxReadResult.Broken(problems.InOrder())
            : new MailboxReadResult.Ready(mailbox);
    }

    private static void CheckName(string file, YamlNode root, ProblemList problems)
    {
        if (root.At(MailboxKeys.Mailbox).AsScalar() is { } name && file != name.Value + FileEnding)
        {
            problems.Add(
                name.Start,
                ProblemCodes.WrongFileName,
                $"mailbox '{Say.Shortened(name.Value)}' belongs into the file '{Say.Shortened(name.Value)}{FileEnding}', and this one is '{file}'"
            );
        }
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
