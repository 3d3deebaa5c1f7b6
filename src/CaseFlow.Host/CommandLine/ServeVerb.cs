using System.CommandLine;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Demo;
using CaseFlow.Host.People.SignIn;
using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary><c>caseflow [serve] [--Section:Key value...]</c></summary>
internal static class ServeVerb
{
    public static Command Create()
    {
        var verb = new Command(
            "serve",
            "Run the host. Settings of appsettings.json can follow: --Storage:Provider PostgreSql, --urls http://localhost:5081."
        )
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        var demo = new Option<bool>("--demo")
        {
            Description = "Fill an empty store with people, customers and some hundred cases to look at.",
        };
        verb.Options.Add(demo);
        verb.SetAction(
            (parsed, cancellation) =>
                Run(
                    new Printer(parsed, parsed.GetValue(CaseFlowCommand.Json)),
                    [.. parsed.UnmatchedTokens],
                    parsed.GetValue(demo),
                    cancellation
                )
        );
        return verb;
    }

    private static async Task<int> Run(Printer printer, string[] settings, bool isDemo, CancellationToken cancellation)
    {
        if (HostSettings.FindProblem("serve", settings) is { } wrong)
        {
            return await printer.WrongUse(wrong);
        }

        await using var app = CaseFlowHost.Build(
            settings,
            builder =>
            {
                KeepStandardOutputFor(printer, builder);
                if (isDemo)
                {
                    // Who can sign in is said when the demo's people are there.
                    builder.Logging.AddFilter<Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider>(
                        typeof(SignInNotes).FullName,
                        LogLevel.Error
                    );
                }
            }
        );
        try
        {
            await app.Prepare(cancellation);
            await app.StartAsync(cancellation);
            if (isDemo)
            {
                await FillDemo(app, printer, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await app.StopAsync(CancellationToken.None);
            printer.Remarks.WriteLine(
                isDemo
                    ? "Stopped before it was ready. The demo's cases are all made where the database is empty."
                    : "Stopped before it was ready."
            );
            return Exit.AllWell;
        }

        if (printer.IsJson)
        {
            await printer.Json(new { listening = app.Urls });
        }
        else
        {
            printer.Text.MarkupLineInterpolated(
                System.Globalization.CultureInfo.InvariantCulture,
                $"[bold]CaseFlow[/] listens on [link]{string.Join(", ", app.Urls)}[/]. Ctrl+C stops it."
            );
        }

        await app.WaitForShutdownAsync(cancellation);
        return Exit.AllWell;
    }

    private static async Task FillDemo(WebApplication app, Printer printer, CancellationToken cancellation)
    {
        if (await ActivatorUtilities.CreateInstance<DemoStore>(app.Services).Fill(cancellation))
        {
            printer.Remarks.WriteLine(
                $"On this machine {string.Join(", ", DemoPeople.SignIns.Select(Describe))} sign in with the password {DemoPeople.Password}."
            );
        }
    }

    private static string Describe((string Key, Role Roles) one) =>
        $"{one.Key} ({string.Join(", ", RoleNames.Of(one.Roles))})";

    private static void KeepStandardOutputFor(Printer printer, WebApplicationBuilder builder)
    {
        if (printer.IsJson)
        {
            builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }
    }
}
