using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Tests.Processes;

/// <summary>Definitions for tests: the shipped ones, and a small one to which sections are added.</summary>
internal static class Definitions
{
    public const string Statuses = """
        statuses:
          active:
            open: { initial: true }
            waiting:
          resolved:
            done:
          cancelled:
            dropped:

        """;

    public const string Transitions = """
        transitions:
          - from: [open, waiting]
            to: [open, waiting, done, dropped]

        """;

    /// <summary>The text of a small definition with further sections.</summary>
    public static string Desk(string sections = "", string statuses = Statuses, string transitions = Transitions) =>
        $"process: desk\ntitle: Desk\n{statuses}{transitions}{sections}";

    public static ReadResult Read(string text) => ProcessReader.Read("desk.process.yaml", text);

    /// <summary>The process, or a failed test that shows its problems.</summary>
    public static CaseProcess Ready(string text) => Ready(Read(text));

    public static CaseProcess Ready(ReadResult result)
    {
        Assert.Equal("", string.Join('\n', ProblemsOf(result)));
        return Assert.IsType<ReadResult.Ready>(result).Process;
    }

    public static ImmutableArray<string> Problems(string text) => ProblemsOf(Read(text));

    public static string ShippedText(string key) =>
        File.ReadAllText(Repository.PathTo("workflows", key, key + ProcessReader.FileEnding));

    public static CaseProcess Shipped(string key) =>
        Ready(ProcessReader.Read(key + ProcessReader.FileEnding, ShippedText(key)));

    private static ImmutableArray<string> ProblemsOf(ReadResult result) =>
        result is ReadResult.Broken(var problems) ? [.. problems.Select(problem => problem.ToString())] : [];
}
