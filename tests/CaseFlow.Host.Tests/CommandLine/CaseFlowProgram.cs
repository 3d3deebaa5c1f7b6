using System.Diagnostics;
using System.Text.Json;

namespace CaseFlow.Host.Tests.CommandLine;

/// <summary>Runs the program as a shell does.</summary>
internal static class CaseFlowProgram
{
    public static async Task<Ended> Run(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new Ended(process.ExitCode, await output, await errors);
    }

    public static Process Start(IEnumerable<string> arguments, string? folder = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "caseflow.dll");
        return Process.Start(
            new ProcessStartInfo("dotnet", [program, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
                UseShellExecute = false,
                WorkingDirectory = folder ?? "",
            }
        )!;
    }

    /// <summary>What the program left behind.</summary>
    internal sealed record Ended(int Exit, string Output, string Errors)
    {
        /// <summary>The output as the one JSON document that it is.</summary>
        public JsonElement Json => JsonDocument.Parse(Output).RootElement;
    }
}
