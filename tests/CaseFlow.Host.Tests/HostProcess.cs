using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CaseFlow.Host.Tests;

/// <summary>The host as a process of its own, so that it can be killed as a machine kills it.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private readonly Process process;

    private HostProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts a host on this database and returns when it serves.</summary>
    /// <param name="settings">Where cases are kept, and what else differs from the defaults.</param>
    public static async Task<HostProcess> Start(params string[] settings)
    {
        var started = Run([
            "serve",
            "--urls=http://127.0.0.1:0",
            $"--Processes:Folder={Repository.PathTo("workflows")}",
            .. settings,
        ]);
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var told = new ConcurrentQueue<string?>();
        started.OutputDataReceived += (_, line) =>
        {
            told.Enqueue(line.Data);
            if (line.Data is null)
            {
                listening.TrySetException(new InvalidOperationException(string.Join('\n', told)));
            }
            else if (Listening().Match(line.Data) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Value));
            }
        };
        started.BeginOutputReadLine();
        return new HostProcess(started, await listening.Task);
    }

    /// <summary>Runs a verb of the command line to its end.</summary>
    public static async Task<(int ExitCode, string Output)> Verb(params string[] arguments)
    {
        using var verb = Run(arguments);
        var output = await verb.StandardOutput.ReadToEndAsync();
        await verb.WaitForExitAsync();
        return (verb.ExitCode, output);
    }

    public HttpClient As(string user)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-CaseFlow-User", user);
        return client;
    }

    /// <summary>Ends the process at once, as <c>kill -9</c> does: it gets no chance to say or write anything.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private static Process Run(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "caseflow.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Listening();
}
