using System.CommandLine;
using System.Text.Json;

namespace CaseFlow.Host.CommandLine;

/// <summary><c>caseflow impact FILE [--url URL] [--user NAME]</c></summary>
internal static class ImpactVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A definition." };
        var verb = new Command("impact", "Tell what a definition would mean for the open cases of a running host.")
        {
            file,
        };
        RemoteHost.Reach(
            verb,
            (printer, parsed, host, cancellation) =>
                RemoteDraft.Ask(printer, parsed.GetValue(file)!, host, "impact", new { }, Print, cancellation)
        );
        return verb;
    }

    private static async Task<int> Print(Printer printer, JsonElement answer)
    {
        var impact = answer.GetProperty("impact");
        var stay = impact.GetProperty("stay").GetInt32();
        if (printer.IsJson)
        {
            await printer.Json(impact);
            return stay == 0 ? Exit.AllWell : Exit.No;
        }

        await printer.Raw(
            $"{Printer.Many(impact.GetProperty("follow").GetInt32(), "open case")} will follow, "
                + $"{Printer.Count(impact.GetProperty("carriedOver").GetInt32())} are brought over by the mapping, "
                + $"{Printer.Count(stay)} stay behind.\n"
        );
        foreach (var name in impact.GetProperty("needsMapping").EnumerateArray())
        {
            await printer.Raw(
                $"  {name.GetProperty("kind").GetString()} '{name.GetProperty("name").GetString()}' needs a mapping: "
                    + $"{Printer.Many(name.GetProperty("cases").GetInt32(), "case")}\n"
            );
        }

        if (impact.GetProperty("looked") is { ValueKind: JsonValueKind.Object } looked)
        {
            await PrintLook(printer, looked);
        }

        return stay == 0 ? Exit.AllWell : Exit.No;
    }

    private static async Task PrintLook(Printer printer, JsonElement looked)
    {
        await printer.Raw(
            $"{Printer.Count(looked.GetProperty("seen").GetInt32())} of "
                + $"{Printer.Many(looked.GetProperty("open").GetInt32(), "open case")} looked at one by one.\n"
        );
        await RemoteDraft.PrintRerouted(printer, looked.GetProperty("rerouted"), "would be routed");
        foreach (var clock in looked.GetProperty("clocks").EnumerateArray())
        {
            await printer.Raw(
                $"  '{clock.GetProperty("kpi").GetString()}' ends at another time: "
                    + $"{Printer.Many(clock.GetProperty("cases").GetInt32(), "case")}\n"
            );
        }
    }
}
