using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CaseFlow.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary><c>caseflow verify [--Section:Key value...]</c></summary>
internal static class VerifyVerb
{
    // Of a store that is wrong throughout, the first ones tell as much as all.
    private const int MostListed = 1_000;

    public static Command Create()
    {
        var verb = new Command(
            "verify",
            "Rebuild every case of the store from its history and compare. Settings can follow: --Storage:ConnectionString ..."
        )
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                var printer = new Printer(parsed, parsed.GetValue(CaseFlowCommand.Json));
                return HostSettings.FindProblem("verify", [.. parsed.UnmatchedTokens]) is { } wrong
                    ? await printer.WrongUse(wrong)
                    : await Run(printer, [.. parsed.UnmatchedTokens], cancellation);
            }
        );
        return verb;
    }

    private static async Task<int> Run(Printer printer, string[] settings, CancellationToken cancellation)
    {
        await using var services = Services(settings);
        if (MissingStore(services) is { } missing)
        {
            return await printer.WrongUse(
                $"There is no store '{missing}'; --Storage:ConnectionString names another one."
            );
        }

        await StorageSetup.Prepare(services, cancellation);

        var watch = Stopwatch.StartNew();
        var found = new List<Discrepancy>();
        var verifier = services.GetRequiredService<StoreVerifier>();
        var counts = await WithStatus(printer, progress => verifier.Verify(Keep, progress, cancellation));

        if (printer.IsJson)
        {
            await PrintJson(printer, counts, found, watch.Elapsed);
        }
        else
        {
            await PrintText(printer, counts, found, watch.Elapsed);
        }

        return counts.Discrepancies == 0 ? Exit.AllWell : Exit.No;

        void Keep(Discrepancy discrepancy)
        {
            if (found.Count < MostListed)
            {
                found.Add(discrepancy);
            }
        }
    }

    // The store alone, as the host would open it: nothing is served, published or reacted to meanwhile.
    private static ServiceProvider Services(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddStorage(builder.Configuration);
        return services.BuildServiceProvider();
    }

    // Opening a file that is not there would make an empty store, of which everything is true.
    private static string? MissingStore(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        var file =
            options.Provider == StorageProvider.Sqlite
                ? new SqliteConnectionStringBuilder(options.ConnectionString).DataSource
                : null;
        return file is null || File.Exists(file) ? null : file;
    }

    private static Task<VerifierCounts> WithStatus(
        Printer printer,
        Func<Action<VerifierCounts>?, Task<VerifierCounts>> verify
    ) =>
        printer.Remarks.Profile.Capabilities.Interactive
            ? printer
                .Remarks.Status()
                .StartAsync(
                    "Verifying",
                    context => verify(counts => context.Status($"Verifying: {Printer.Many(counts.Cases, "case")}"))
                )
            : verify(null);

    private static Task PrintJson(Printer printer, VerifierCounts counts, List<Discrepancy> found, TimeSpan took) =>
        printer.Json(
            new
            {
                cases = counts.Cases,
                events = counts.Events,
                discrepancies = counts.Discrepancies,
                first = found,
                seconds = took.TotalSeconds,
            }
        );

    private static async Task PrintText(Printer printer, VerifierCounts counts, List<Discrepancy> found, TimeSpan took)
    {
        foreach (var discrepancy in found)
        {
            await printer.Raw(discrepancy + "\n");
        }

        var what =
            $"{Printer.Many(counts.Cases, "case")} with {Printer.Many(counts.Events, "event")} verified in "
            + string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s");
        printer.Text.MarkupLine(
            counts.Discrepancies == 0
                ? $"[green]{what}: everything is as its history says.[/]"
                : $"{what}: [red]{Printer.Count(counts.Discrepancies)} not as the histories say[/]."
        );
    }
}
