using System.Text.Json;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Host.CommandLine;

/// <summary>A definition in a file, about which a running host is asked.</summary>
internal static class RemoteDraft
{
    /// <param name="question">What is asked, as the address ends.</param>
    /// <param name="with">What goes with the definition.</param>
    /// <param name="print">Shows the answer.</param>
    public static async Task<int> Ask(
        Printer printer,
        string file,
        RemoteHost host,
        string question,
        object with,
        Func<Printer, JsonElement, Task<int>> print,
        CancellationToken cancellation
    )
    {
        if (!File.Exists(file))
        {
            return await printer.WrongUse($"There is no file '{file}'.");
        }

        var definition = await DefinitionFile.Load(file, cancellation);
        if (definition.Read() is ReadResult.Broken(var problems))
        {
            return await ProblemLines.Refuse(printer, problems);
        }

        var body = JsonSerializer.SerializeToNode(with, JsonSerializerOptions.Web)!.AsObject();
        body["source"] = definition.Text;
        body["files"] = JsonSerializer.SerializeToNode(definition.Files, JsonSerializerOptions.Web);
        try
        {
            return await print(printer, await host.Post($"api/processes/{question}", body, cancellation));
        }
        catch (HttpRequestException unreachable)
        {
            return await printer.No($"{file}: {unreachable.Message}");
        }
    }

    public static async Task PrintRerouted(Printer printer, JsonElement rerouted, string would)
    {
        foreach (var one in rerouted.EnumerateArray())
        {
            var tickets = one.GetProperty("examples").EnumerateArray().Select(ticket => ticket.GetString());
            await printer.Raw(
                $"  {Printer.Many(one.GetProperty("cases").GetInt32(), "case")} {would} to {QueueIn(one, "to")} instead of "
                    + $"{QueueIn(one, "from")}, such as {string.Join(", ", tickets)}\n"
            );
        }
    }

    private static string QueueIn(JsonElement one, string end) =>
        one.GetProperty(end).GetString() is { } queue ? $"'{queue}'" : "no queue";
}
