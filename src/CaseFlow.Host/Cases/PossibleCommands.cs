using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>GET /api/cases/{id}/commands</c>: what I can do now, and why not the rest.</summary>
internal static class PossibleCommands
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}/commands", Handle)
            .Needs(Rights.ReadCases)
            .WithName(nameof(PossibleCommands))
            .WithSummary("What can I do now, and why not the rest?")
            .AsCaseRead()
            .Produces<Page<PossibleCommandShape>>();

    private static async Task<IResult> Handle(HttpContext context, string id, CaseDoor door, IGrainFactory grains)
    {
        if (await door.Find(context, id) is not { } found)
        {
            return CaseDoor.NoSuchCase(id);
        }

        var grain = grains.Case(found.Value);
        var possible = (await grain.Possibilities(new(context.Actor()))).Value;
        return possible.IsEmpty || (await grain.Read()).Value is not { } standing
            ? CaseDoor.NoSuchCase(id)
            : new JsonAnswer(
                JsonBytes.Write((possible, standing), static (json, what) => Write(json, what.possible, what.standing))
            );
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<Possibility> possible, CaseStanding standing)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var one in possible)
        {
            Write(json, one, standing);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Possibility one, CaseStanding standing)
    {
        json.WriteStartObject();
        json.WriteString("command", one.Name);
        if (one.To is not null)
        {
            json.WriteString("to", one.To);
        }

        if ((one.Title ?? LeadsTo(one, standing)?.Title) is { } title)
        {
            WriteTitle(json, title);
        }

        if (LeadsTo(one, standing) is { } stage)
        {
            json.WriteString("stage", stage.Key);
        }

        WriteMoves(json, one, standing);
        WriteNames(json, "asks", one.Asks);
        WriteClosing(json, one, standing);
        json.WriteBoolean("allowed", one.Refusal is null);
        if (one.Refusal is { } refusal)
        {
            json.WriteString("code", refusal.Code);
            json.WriteString("why", refusal.Explain());
            WriteMissing(json, refusal.Missing, standing.Process);
            WriteNames(json, "instead", refusal.Allowed);
        }

        json.WriteEndObject();
    }

    /// <summary>The stage that <c>next</c> or <c>back</c> means now.</summary>
    private static StageDefinition? LeadsTo(Possibility one, CaseStanding standing)
    {
        var (process, current) = (standing.Process, standing.Case);
        return one.Command is not CaseCommand.MoveStage ? null
            : one.To == "back"
                ? current.Path is [.., var before, _] ? process.FindStage(before)
                    : null
            : one.To == "next" ? process.Stages.ElementAtOrDefault(process.IndexOfStage(current.Stage) + 1)
            : null;
    }

    /// <summary>What people call the moves to a status, and the fields that can come with them.</summary>
    private static void WriteMoves(Utf8JsonWriter json, Possibility one, CaseStanding standing)
    {
        if (
            one.Command
            is not (CaseCommand.MoveStatus or CaseCommand.Resolve or CaseCommand.Cancel or CaseCommand.Reactivate)
        )
        {
            return;
        }

        var moves = standing.Process.ExitsOf(standing.Case.Status).Where(move => move.To == one.To).ToList();
        if (moves.Select(move => move.Name).FirstOrDefault(name => name is not null) is { } named)
        {
            json.WriteStartObject("move");
            WriteTitle(json, named);
            json.WriteEndObject();
        }

        var requires = moves.SelectMany(move => move.Requires).Distinct(StringComparer.Ordinal).ToList();
        if (requires.Count == 0)
        {
            return;
        }

        json.WriteStartArray("requires");
        foreach (var key in requires)
        {
            json.WriteStartObject();
            json.WriteString("field", key);
            WriteTitle(json, standing.Process.FindField(key)!.Label);
            json.WriteBoolean("filled", standing.Case.Fields[key] is not null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What ends with the case or holds it back, and what can be billed.</summary>
    private static void WriteClosing(Utf8JsonWriter json, Possibility one, CaseStanding standing)
    {
        if (one.Command is not (CaseCommand.Resolve or CaseCommand.Cancel))
        {
            return;
        }

        CaseView.WriteActivities(json, standing.Case);
        if (one.Command is CaseCommand.Resolve)
        {
            json.WriteBoolean("billAboveTotal", standing.Process.Parts.Policies.BillAboveTotal);
        }
    }

    private static void WriteMissing(Utf8JsonWriter json, ImmutableArray<Missing> missing, CaseProcess process)
    {
        if (missing.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("missing");
        foreach (var one in missing)
        {
            json.WriteStartObject();
            ApiProblem.WriteMissing(json, one);
            if (
                one.Kind switch
                {
                    "field" => process.FindField(one.Name)?.Label,
                    "stage" => process.FindStage(one.Name)?.Title,
                    _ => null,
                } is
                { } title
            )
            {
                WriteTitle(json, title);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTitle(Utf8JsonWriter json, LocalText title)
    {
        json.WriteString("title", title.Text);
        if (title.Translations.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("translations");
        foreach (var (language, text) in title.Translations)
        {
            json.WriteString(language, text);
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
