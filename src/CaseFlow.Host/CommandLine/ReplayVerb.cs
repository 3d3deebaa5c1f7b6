using System.CommandLine;
using System.Diagnostics;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Host.CommandLine;

/// <summary><c>caseflow replay LOG --process FILE [--map FILE] [--verdicts FILE.csv] [--min-fitness N]</c></summary>
internal static class ReplayVerb
{
    private sealed record Asked(string Log, string Process, string? Map, string? Verdicts, double MinFitness);

    public static Command Create()
    {
        var log = new Argument<string>("LOG") { Description = "A log as .csv or .csv.gz, a row for each event." };
        var process = new Option<string>("--process")
        {
            Description = "The definition to run the log through.",
            Required = true,
            HelpName = "FILE",
        };
        var map = LogInput.MapOption();
        var verdicts = new Option<string?>("--verdicts")
        {
            Description = "Write what the engine said to each event into a .csv file.",
            HelpName = "FILE",
        };
        var minFitness = new Option<double>("--min-fitness")
        {
            Description = "The least share of the events, from 0 to 1, that must be allowed for the answer to be yes.",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        var verb = new Command("replay", "Run a log through a definition, case by case, and tell what it refuses.")
        {
            log,
            process,
            map,
            verdicts,
            minFitness,
        };
        verb.SetAction(
            (parsed, cancellation) =>
                Run(
                    new Printer(parsed, parsed.GetValue(CaseFlowCommand.Json)),
                    new Asked(
                        parsed.GetValue(log)!,
                        parsed.GetValue(process)!,
                        parsed.GetValue(map),
                        parsed.GetValue(verdicts),
                        parsed.GetValue(minFitness)
                    ),
                    cancellation
                )
        );
        return verb;
    }

    private static async Task<int> Run(Printer printer, Asked asked, CancellationToken cancellation)
    {
        if (LogInput.Missing(asked.Log, asked.Process, asked.Map) is [_, ..] missing)
        {
            return await printer.WrongUse(missing);
        }

        if (asked.MinFitness is not (>= 0 and <= 1))
        {
            return await printer.WrongUse("--min-fitness is a number from 0 to 1.");
        }

        var definition = (await DefinitionFile.Load(asked.Process, cancellation)).Read();
        if (definition is not ReadResult.Ready(var process))
        {
            return await printer.No([
                .. ((ReadResult.Broken)definition).Problems.Select(problem => problem.ToString()),
            ]);
        }

        var watch = Stopwatch.StartNew();
        var (input, errors) = await LogInput.Read(asked.Log, asked.Map, process, cancellation);
        if (input is null)
        {
            return await printer.No(errors);
        }

        var reading = watch.Elapsed;
        var result = ReplayProgress.Run(printer, process, input);
        var replaying = watch.Elapsed - reading;
        if (asked.Verdicts is { } path)
        {
            await VerdictFile.Write(path, result, cancellation);
        }

        var report = new ReplayReport(asked.Log, process, input, result, reading, replaying);
        if (printer.IsJson)
        {
            await report.PrintJson(printer);
        }
        else
        {
            report.PrintText(printer);
        }

        return result.Fitness >= asked.MinFitness ? Exit.AllWell : Exit.No;
    }
}
