using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>GET /api/cases/{id}/commands</c>: what I can do now, and why not the rest.</summary>
internal static class PossibleCommands
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}/commands", Handle)
            .WithName(nameof(PossibleCommands))
            .WithSummary("What can I do now, and why not the rest?")
            .AsCaseRead()
            .Produces<Page<PossibleCommandShape>>();

    private static async Task<IResult> Handle(HttpContext context, string id, CaseDoor door, IGrainFactory grains)
    {
        if (await door.Find(id, context.RequestAborted) is not { } found)
        {
            return CaseDoor.NoSuchCase(id);
        }

        var grain = grains.GetGrain<ICaseGrain>(found.Value);
        var possible = (await grain.Possibilities(new(context.Actor()))).Value;
        return possible.IsEmpty
            ? CaseDoor.NoSuchCase(id)
            : Results.Bytes(JsonBytes.Write(possible, Write), "application/json");
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<Possibility> possible)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var one in possible)
        {
            Write(json, one);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Possibility one)
    {
        json.WriteStartObject();
        json.WriteString("command", one.Name);
        if (one.To is not null)
        {
            json.WriteString("to", one.To);
        }

        if (one.Title is { } title)
        {
            json.WriteString("title", title.Text);
        }

        WriteNames(json, "asks", one.Asks);
        json.WriteBoolean("allowed", one.Refusal is null);
        if (one.Refusal is { } refusal)
        {
            json.WriteString("code", refusal.Code);
            json.WriteString("why", refusal.Explain());
            if (!refusal.Missing.IsEmpty)
            {
                ApiProblem.WriteMissing(json, refusal.Missing);
            }

            WriteNames(json, "instead", refusal.Allowed);
        }

        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string property, ImmutableArray<string> names)
    {
        if (names.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(property);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}
