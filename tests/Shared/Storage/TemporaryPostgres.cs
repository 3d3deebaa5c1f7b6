using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace CaseFlow.Tests;

/// <summary>
/// A PostgreSQL server of this process's own, in a temporary folder, reached by a unix socket only. It starts when the
/// first database is asked for, and goes, with its files, when the process ends.
/// </summary>
public static class TemporaryPostgres
{
    private static readonly Lazy<Task<Running>> Server = new(Start);

    private static int databases;

    /// <summary>Why there can be none here, in one line; null where there can.</summary>
    public static string? WhyNot { get; } =
        OperatingSystem.IsWindows() ? "PostgreSQL is tested on Linux and macOS only."
        : Find("initdb") is null || Find("pg_ctl") is null
            ? "PostgreSQL is not installed: apt-get install -y postgresql"
        : null;

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public static async Task<string> NewDatabase()
    {
        var folder = (await Server.Value).Folder;
        var name = $"caseflow_{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(Address(folder, "postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return Address(folder, name);
    }

    private static string Address(string folder, string database) =>
        $"Host={folder};Username=postgres;Database={database}";

    private static async Task<Running> Start()
    {
        if (WhyNot is not null)
        {
            throw new InvalidOperationException(WhyNot);
        }

        var folder = Path.Combine(Path.GetTempPath(), $"caseflow-pg-{Environment.ProcessId}");
        var data = Path.Combine(folder, "data");
        await Run("initdb", "--no-sync", "--no-locale", "-E", "UTF8", "-U", "postgres", "-A", "trust", "-D", data);
        var watcher = Watch(folder, data);
        await Run(
            "pg_ctl",
            "start",
            "-w",
            "-s",
            "-D",
            data,
            "-l",
            Path.Combine(folder, "log"),
            "-o",
            $"-k {folder} -c listen_addresses='' -c max_connections=300"
        );
        return new(folder, watcher);
    }

    // A shell waits at the other end of a pipe: however this process ends, the pipe ends with it, and the shell cleans up.
    private static Process? Watch(string folder, string data)
    {
        const string script =
            "trap '' INT; exec >/dev/null 2>&1; read -r _; \"$0\" stop -m immediate -D \"$1\"; rm -rf \"$2\"";
        var command = Command("sh", ["-c", script, Find("pg_ctl") ?? "pg_ctl", data, folder]);
        command.RedirectStandardInput = true;
        return Process.Start(command);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        var command = Command(program, arguments);
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        using var running = Process.Start(command) ?? throw new InvalidOperationException($"{program} did not start.");

        // A server that was started keeps the pipes open, so the program's end is what counts, not theirs.
        await running.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
        if (running.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {await running.StandardError.ReadToEndAsync()}");
        }
    }

    // PostgreSQL refuses to run as root; where it is installed, there is a user for it.
    private static ProcessStartInfo Command(string program, string[] arguments)
    {
        var path = Find(program) ?? program;
        var command = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        command.WorkingDirectory = Path.GetTempPath();
        return command;
    }

    private static string? Find(string program)
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian)
            ? Directory
                .GetDirectories(debian)
                .OrderByDescending(folder =>
                    int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0
                )
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return versions.Concat(path).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }

    // The watcher is held here, because a process object that is collected closes its pipe.
    private sealed record Running(string Folder, Process? Watcher);
}
