using System.CommandLine;
using CaseFlow.Engine.Logs;

namespace CaseFlow.Host.CommandLine;

/// <summary><c>caseflow discover LOG [--map FILE] [--threshold N] [--key KEY] [--out FILE]</c></summary>
internal static class DiscoverVerb
{
    private sealed record Asked(string Log, string? Map, double Threshold, string? Key, string? Out);

    public static Command Create()
    {
        var log = new Argument<string>("LOG") { Description = "A log as .csv or .csv.gz, a row for each event." };
        var map = LogInput.MapOption();
        var threshold = new Option<double>("--threshold")
        {
            Description =
                "Leave out moves that make less than this share, from 0 to 1, of the moves out of their status.",
            HelpName = "N",
        };
        var key = new Option<string?>("--key")
        {
            Description = "The key of the process; without it, it is made from the name of the file.",
            HelpName = "KEY",
        };
        var output = new Option<string?>("--out")
        {
            Description = "Where to write the draft; without it, to standard output.",
            HelpName = "FILE",
        };
        var verb = new Command("discover", "Draft a definition from a log.") { log, map, threshold, key, output };
        verb.SetAction(
            (parsed, cancellation) =>
                Run(
                    new Printer(parsed, parsed.GetValue(CaseFlowCommand.Json)),
                    new Asked(
                        parsed.GetValue(log)!,
                        parsed.GetValue(map),
                        parsed.GetValue(threshold),
                        parsed.GetValue(key),
                        parsed.GetValue(output)
                    ),
                    cancellation
                )
        );
        return verb;
    }

    private static async Task<int> Run(Printer printer, Asked asked, CancellationToken cancellation)
    {
        if (LogInput.Missing(asked.Log, asked.Map) is [_, ..] missing)
        {
            return await printer.WrongUse(missing);
        }

        if (asked.Threshold is not (>= 0 and <= 1))
        {
            return await printer.WrongUse("--threshold is a number from 0 to 1.");
        }

        var key = asked.Key ?? DraftNames.KeyFor(asked.Out, asked.Log);
        if (DraftNames.FindProblem(key, asked.Out) is { } wrong)
        {
            return await printer.WrongUse(wrong);
        }

        var (input, errors) = await LogInput.Read(asked.Log, asked.Map, null, cancellation);
        if (input is null)
        {
            return await printer.No(errors);
        }

        var options = new DiscoveryOptions(key) { Threshold = asked.Threshold, Statuses = input.Map.Words };
        switch (LogDiscovery.Discover(input.Content.Log, options))
        {
            case DiscoveryResult.Drafted draft:
                await Write(printer, asked, input, draft, cancellation);
                return Exit.AllWell;
            case DiscoveryResult.Impossible(var why):
                return await printer.No([why, .. BadRowLines.Of(input.Content)]);
            default:
                throw new InvalidOperationException();
        }
    }

    private static async Task Write(
        Printer printer,
        Asked asked,
        LogInput input,
        DiscoveryResult.Drafted draft,
        CancellationToken cancellation
    )
    {
        var file = asked.Out is { } path ? DraftNames.FileFor(path, draft.Process.Key) : null;
        if (file is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            await File.WriteAllTextAsync(file, draft.Yaml, cancellation);
        }

        var vocabulary = new LogVocabulary(draft.Process, input.Map.Words);
        var replayed = LogReplay.Run(draft.Process, input.Content.Log, vocabulary);
        await new DiscoverReport(file, input, draft, replayed).Print(printer);
    }
}
