using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary>
/// Where a verb writes. With <c>--json</c> standard output holds one JSON document and nothing else; without it, text for
/// people. Progress and remarks go to standard error.
/// </summary>
internal sealed class Printer
{
    private const int WidthOfPipes = 10_000;

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly TextWriter output;
    private readonly TextWriter remarks;

    public Printer(ParseResult parsed, bool json)
    {
        output = parsed.InvocationConfiguration.Output;
        remarks = parsed.InvocationConfiguration.Error;
        IsJson = json;
        Text = ConsoleOn(output, Console.IsOutputRedirected);
        Remarks = ConsoleOn(remarks, Console.IsErrorRedirected);
    }

    public bool IsJson { get; }

    /// <summary>Standard output, for text.</summary>
    public IAnsiConsole Text { get; }

    /// <summary>Standard error.</summary>
    public IAnsiConsole Remarks { get; }

    public Task Json(object document) => output.WriteLineAsync(JsonSerializer.Serialize(document, JsonOptions));

    /// <summary>Text that a terminal may break, and nobody else: a definition, or a line that editors jump from.</summary>
    public Task Raw(string text) => output.WriteAsync(text);

    /// <summary>The text in red, where colours are wanted.</summary>
    public string Red(string text) =>
        !Text.Profile.Capabilities.Ansi || Text.Profile.Capabilities.ColorSystem == ColorSystem.NoColors
            ? text
            : $"\e[31m{text}\e[0m";

    /// <summary>The command cannot be carried out as it is written.</summary>
    public Task<int> WrongUse(params IReadOnlyCollection<string> errors) => Fail(Exit.WrongUse, errors);

    /// <summary>The answer is no before the work has begun: a file that cannot be read, a host that does not answer.</summary>
    public Task<int> No(params IReadOnlyCollection<string> errors) => Fail(Exit.No, errors);

    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Many(long number, string noun) => $"{Count(number)} {noun}{(number == 1 ? "" : "s")}";

    private async Task<int> Fail(int exit, IReadOnlyCollection<string> errors)
    {
        if (IsJson)
        {
            await Json(new { errors });
            return exit;
        }

        foreach (var error in errors)
        {
            await remarks.WriteLineAsync(error);
        }

        return exit;
    }

    // A pipe has no width, and whatever reads it does not want lines broken.
    private static IAnsiConsole ConsoleOn(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
                Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
            }
        );
        if (redirected)
        {
            console.Profile.Width = WidthOfPipes;
        }

        return console;
    }
}
