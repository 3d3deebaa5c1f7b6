using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CaseFlow.Benchmarks;

/// <summary>How long the host takes from the start of its process until it says that it is ready.</summary>
internal static class StartUp
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(5);

    /// <summary>Milliseconds with this database, against those with one that has all its tables and nothing in them.</summary>
    public static async Task<Comparison> Compare(BenchmarkDatabase full)
    {
        using var empty = BenchmarkDatabase.Sqlite();
        return await Rounds.Alternate(() => Time(full), () => Time(empty));
    }

    private static async Task<double> Time(BenchmarkDatabase database)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var host = new ProcessStartInfo("dotnet", [HostProgram, "serve", .. BenchmarkHost.Settings(database, address)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var client = new HttpClient { BaseAddress = address };
        var watch = Stopwatch.StartNew();
        using var running = Process.Start(host)!;
        try
        {
            while (!await IsReady(client))
            {
                await Task.Delay(AskEvery);
            }

            return watch.Elapsed.TotalMilliseconds;
        }
        finally
        {
            running.Kill();
            await running.WaitForExitAsync();
        }
    }

    private static string HostProgram => Path.Combine(AppContext.BaseDirectory, "caseflow.dll");

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // nobody listens yet
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
