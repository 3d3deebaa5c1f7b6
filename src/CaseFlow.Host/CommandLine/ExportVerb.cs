using System.CommandLine;
using CaseFlow.Engine.Processes;
using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary><c>caseflow export [--out DIR] [--url URL] [--user NAME]</c></summary>
internal static class ExportVerb
{
    private sealed record Exported(string Process, int Version, string Hash, string File);

    public static Command Create()
    {
        var output = new Option<string>("--out")
        {
            Description = "The folder to write to; each process gets a folder in it.",
            DefaultValueFactory = _ => "export",
            HelpName = "DIR",
        };
        var verb = new Command("export", "Write what a running host has published back to files.") { output };
        RemoteHost.Reach(
            verb,
            (printer, parsed, host, cancellation) => Run(printer, parsed.GetValue(output)!, host, cancellation)
        );
        return verb;
    }

    private static async Task<int> Run(Printer printer, string folder, RemoteHost host, CancellationToken cancellation)
    {
        List<Exported> exported;
        try
        {
            exported = await Export(folder, host, cancellation);
        }
        catch (HttpRequestException unreachable)
        {
            return await printer.No(unreachable.Message);
        }

        if (printer.IsJson)
        {
            await printer.Json(new { files = exported });
        }
        else
        {
            var table = Tables.New("Version", "process", "file").LeftFrom(1);
            foreach (var one in exported)
            {
                table.AddRow($"{one.Version}", Tables.Safe(one.Process), Tables.Safe(one.File));
            }

            printer.Text.Write(table);
            printer.Text.MarkupLine($"{Printer.Many(exported.Count, "definition")} written.");
        }

        return Exit.AllWell;
    }

    private static async Task<List<Exported>> Export(string folder, RemoteHost host, CancellationToken cancellation)
    {
        var exported = new List<Exported>();
        var list = await host.Get("api/processes", cancellation);
        var keys = list.GetProperty("items")
            .EnumerateArray()
            .Where(one => one.GetProperty("version").ValueKind == System.Text.Json.JsonValueKind.Number)
            .Select(one => one.GetProperty("key").GetString()!);
        foreach (var key in keys)
        {
            var version = await host.Get($"api/processes/{key}", cancellation);
            var file = Path.Combine(folder, key, key + ProcessReader.FileEnding);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, version.GetProperty("source").GetString(), cancellation);
            foreach (var beside in version.GetProperty("files").EnumerateObject())
            {
                var path = Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(beside.Name));
                await File.WriteAllTextAsync(path, beside.Value.GetString(), cancellation);
            }

            exported.Add(
                new Exported(
                    key,
                    version.GetProperty("version").GetInt32(),
                    version.GetProperty("hash").GetString()!,
                    file
                )
            );
        }

        exported.AddRange(await ExportWorkflows(folder, host, cancellation));
        return exported;
    }

    private static async Task<List<Exported>> ExportWorkflows(
        string folder,
        RemoteHost host,
        CancellationToken cancellation
    )
    {
        var exported = new List<Exported>();
        var list = await host.Get("api/workflows", cancellation);
        var published = list.GetProperty("items")
            .EnumerateArray()
            .Where(one => one.GetProperty("version").ValueKind == System.Text.Json.JsonValueKind.Number)
            .Select(one => one.GetProperty("id").GetString()!);
        foreach (var id in published)
        {
            var version = await host.Get($"api/workflows/{Uri.EscapeDataString(id)}", cancellation);
            var file = Path.Combine(folder, "workflows", Path.GetFileName(version.GetProperty("file").GetString()!));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, version.GetProperty("source").GetString(), cancellation);
            exported.Add(
                new Exported(
                    id,
                    version.GetProperty("version").GetInt32(),
                    version.GetProperty("hash").GetString()!,
                    file
                )
            );
        }

        return exported;
    }
}
