using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Sla;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary>
/// A case as the API shows it, written straight to UTF-8: it is the answer to every change, so it is on the hot path.
/// Built-in fields stand at the top, declared ones under <c>fields</c>.
/// </summary>
internal static class CaseView
{
    /// <param name="undo">What whoever reads it can take back.</param>
    public static byte[] ToBytes(Case shown, CaseProcess process, UndoOffer? undo = null) =>
        JsonBytes.Write(
            (shown, process, undo),
            static (json, what) => Write(json, what.shown, what.process, what.undo)
        );

    public static void Write(Utf8JsonWriter json, Case shown, CaseProcess process, UndoOffer? undo = null)
    {
        json.WriteStartObject();
        json.WriteString("id", shown.Id.Value);
        json.WriteString("ticket", shown.Ticket);
        json.WriteString("process", shown.Process);
        json.WriteString("definition", shown.Definition);
        json.WriteNumber("version", shown.Version);
        json.WriteString("title", shown.Title);
        json.WriteString("customerId", shown.Customer);
        WriteGuid(json, "contactId", shown.Contact);
        WriteFields(json, shown, process);
        json.WriteString("state", StateNames.Of(shown.State));
        json.WriteString("status", shown.Status);
        json.WriteString("statusSince", shown.StatusSince);
        json.WriteString("stage", shown.Stage);
        WriteTime(json, "stageSince", shown.StageSince);
        json.WriteStartArray("path");
        foreach (var stage in shown.Path)
        {
            json.WriteStringValue(stage);
        }

        json.WriteEndArray();
        json.WriteString("queue", shown.Queue);
        WriteTime(json, "queuedSince", shown.QueuedSince);
        json.WriteString("worker", shown.Worker);
        json.WriteString("owner", shown.Owner);
        json.WriteString("team", shown.Team);
        WriteClock(json, shown.Clocks);
        WriteActivities(json, shown);
        WriteGuid(json, "entitlementId", shown.Entitlement);
        json.WriteNumber("termsTaken", Units.ToTerms(shown.Taken?.Units ?? 0));
        json.WriteBoolean("doNotDecrement", shown.DoNotDecrement);
        WriteResolution(json, shown.Resolution);
        WriteFamily(json, shown);
        WriteSimilar(json, shown);
        WriteReferences(json, shown);
        json.WriteString("createdAt", shown.CreatedAt);
        json.WriteString("createdBy", shown.CreatedBy);
        json.WriteString("modifiedAt", shown.ModifiedAt);
        WriteUndo(json, undo);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, Case shown, CaseProcess process)
    {
        foreach (var field in process.Parts.Fields)
        {
            if (field.BuiltIn)
            {
                WriteValue(json, field.Key, shown.Fields[field.Key]);
            }
        }

        // Values of fields that the version no longer declares are kept and shown: nothing typed is lost.
        json.WriteStartObject("fields");
        foreach (var (key, value) in shown.Fields)
        {
            if (process.FindField(key) is not { BuiltIn: true, Declared: false })
            {
                WriteValue(json, key, value);
            }
        }

        json.WriteEndObject();
    }

    public static void WriteValue(Utf8JsonWriter json, string key, FieldValue? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(key);
                break;
            case FieldValue.Text(var text):
                json.WriteString(key, text);
                break;
            case FieldValue.Integer(var whole):
                json.WriteNumber(key, whole);
                break;
            case FieldValue.Decimal(var number):
                json.WriteNumber(key, number);
                break;
            case FieldValue.Boolean(var flag):
                json.WriteBoolean(key, flag);
                break;
        }
    }

    /// <summary>The clock that asks for attention first: of those that run the one that fails first, else one that failed or is paused.</summary>
    private static void WriteClock(Utf8JsonWriter json, ImmutableArray<Clock> clocks)
    {
        Clock? first = null;
        foreach (var clock in clocks)
        {
            if (first is null || IsBefore(clock, first))
            {
                first = clock;
            }
        }

        if (first is null or { State: ClockState.Met or ClockState.NotApplicable })
        {
            json.WriteNull("clock");
            return;
        }

        json.WriteStartObject("clock");
        json.WriteString("kpi", first.Kpi);
        json.WriteString("state", ClockStates.Of(first.State));
        WriteTime(json, "warnAt", first.Due.Warn);
        WriteTime(json, "failAt", first.Due.Fail);
        WriteTime(json, "endedAt", first.EndedAt);
        json.WriteNumber("warningsGiven", first.Warned);
        json.WriteEndObject();
    }

    private static bool IsBefore(Clock clock, Clock other) =>
        Urgency(clock) is var urgency
        && Urgency(other) is var others
        && (urgency < others || (urgency == others && clock.Due.Fail < other.Due.Fail));

    private static int Urgency(Clock clock) =>
        clock.State switch
        {
            ClockState.Running => 0,
            ClockState.Failed => 1,
            ClockState.Paused => 2,
            _ => 3,
        };

    public static void WriteActivities(Utf8JsonWriter json, Case shown)
    {
        json.WriteStartArray("openActivities");
        foreach (var open in shown.OpenActivities)
        {
            json.WriteStartObject();
            json.WriteString("id", open.Id);
            json.WriteString("kind", ActivityWords.Of(open.Kind));
            json.WriteString("subject", open.Subject);
            WriteTime(json, "due", open.Due);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("activityMinutes", shown.ActivityMinutes);
    }

    private static void WriteResolution(Utf8JsonWriter json, Resolution? resolution)
    {
        if (resolution is null)
        {
            json.WriteNull("resolution");
            return;
        }

        json.WriteStartObject("resolution");
        json.WriteString("text", resolution.Text);
        if (resolution.BillableMinutes is { } minutes)
        {
            json.WriteNumber("billableMinutes", minutes);
        }

        json.WriteNumber("totalMinutes", resolution.TotalMinutes);
        json.WriteString("by", resolution.By);
        json.WriteString("at", resolution.At);
        json.WriteEndObject();
    }

    private static void WriteFamily(Utf8JsonWriter json, Case shown)
    {
        WriteGuid(json, "mergedInto", shown.MergedInto?.Value);
        json.WriteStartArray("mergedCases");
        foreach (var merged in shown.MergedCases)
        {
            json.WriteStartObject();
            json.WriteString("id", merged.Id.Value);
            json.WriteString("ticket", merged.Ticket);
            json.WriteString("at", merged.At);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteGuid(json, "parentId", shown.Parent?.Value);
        json.WriteStartArray("children");
        foreach (var child in shown.Children)
        {
            json.WriteStringValue(child.Value);
        }

        json.WriteEndArray();
    }

    private static void WriteSimilar(Utf8JsonWriter json, Case shown)
    {
        json.WriteStartArray("similarCases");
        foreach (var link in shown.SimilarCases)
        {
            json.WriteStartObject();
            json.WriteString("id", link.Id.Value);
            json.WriteBoolean("solutionFound", link.SolutionFound);
            json.WriteBoolean("isBack", link.IsBack);
            json.WriteString("by", link.By);
            json.WriteString("at", link.At);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("solutionsGiven", shown.SolutionsGiven);
    }

    private static void WriteReferences(Utf8JsonWriter json, Case shown)
    {
        json.WriteStartArray("references");
        foreach (var reference in shown.References)
        {
            json.WriteStartObject();
            json.WriteString("source", reference.Source);
            json.WriteString("key", reference.Key);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUndo(Utf8JsonWriter json, UndoOffer? undo)
    {
        if (undo is null)
        {
            json.WriteNull("undo");
            return;
        }

        json.WriteStartObject("undo");
        json.WriteString("token", undo.Token);
        json.WriteString("until", undo.Until);
        json.WriteString("what", undo.What);
        json.WriteEndObject();
    }

    private static void WriteGuid(Utf8JsonWriter json, string name, Guid? id)
    {
        if (id is { } known)
        {
            json.WriteString(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? at)
    {
        if (at is { } known)
        {
            json.WriteString(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
