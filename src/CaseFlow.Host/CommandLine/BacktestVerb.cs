using System.CommandLine;
using System.Text.Json;

namespace CaseFlow.Host.CommandLine;

/// <summary><c>caseflow backtest FILE [--last N] [--since TIME] [--url URL] [--user NAME]</c></summary>
internal static class BacktestVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A definition." };
        var last = new Option<int?>("--last")
        {
            Description = "How many cases, the newest first; 1,000 unless said.",
            HelpName = "N",
        };
        var since = new Option<DateTimeOffset?>("--since")
        {
            Description = "Only cases that were opened then or later.",
            HelpName = "TIME",
        };
        var verb = new Command("backtest", "Tell what a definition would have made of the cases of a running host.")
        {
            file,
            last,
            since,
        };
        RemoteHost.Reach(
            verb,
            (printer, parsed, host, cancellation) =>
                RemoteDraft.Ask(
                    printer,
                    parsed.GetValue(file)!,
                    host,
                    "backtest",
                    new { last = parsed.GetValue(last), since = parsed.GetValue(since) },
                    Print,
                    cancellation
                )
        );
        return verb;
    }

    private static async Task<int> Print(Printer printer, JsonElement answer)
    {
        if (printer.IsJson)
        {
            await printer.Json(answer);
            return Exit.AllWell;
        }

        await printer.Raw(
            $"{Printer.Many(answer.GetProperty("cases").GetInt32(), "case")}, "
                + $"{Printer.Count(answer.GetProperty("routed").GetInt32())} times routed by the rules.\n"
        );
        await RemoteDraft.PrintRerouted(printer, answer.GetProperty("rerouted"), "would have been routed");
        foreach (var refused in answer.GetProperty("refused").EnumerateArray())
        {
            await printer.Raw(
                $"  from '{refused.GetProperty("from").GetString()}' to '{refused.GetProperty("to").GetString()}' would have "
                    + $"been refused: {Printer.Many(refused.GetProperty("cases").GetInt32(), "case")}: "
                    + $"{refused.GetProperty("why").GetString()}\n"
            );
        }

        foreach (var clock in answer.GetProperty("clocks").EnumerateArray())
        {
            await printer.Raw(
                $"  '{clock.GetProperty("kpi").GetString()}' failed {Printer.Count(clock.GetProperty("failed").GetInt32())} "
                    + $"times and would have failed {Printer.Count(clock.GetProperty("wouldFail").GetInt32())} times\n"
            );
        }

        return Exit.AllWell;
    }
}
