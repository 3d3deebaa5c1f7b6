using System.Text.Json;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Host.Shell;
using static CaseFlow.Host.Cases.Pages.TimelineTexts;

namespace CaseFlow.Host.Cases.Pages;

/// <summary>An event as a person reads it.</summary>
/// <param name="Text">A sentence.</param>
/// <param name="More">What belongs to it, line by line: a reason, a note, the fields that changed.</param>
public sealed record EventText(string Text, ImmutableArray<string> More);

/// <summary>Says what happened to a case.</summary>
internal static class EventWords
{
    private static readonly Dictionary<string, Func<OpenCase, JsonElement, EventText>> Tellers = new(
        StringComparer.Ordinal
    )
    {
        ["opened"] = (open, happened) => Say(open, happened, Opened),
        ["edited"] = (open, happened) => Say(open, happened, Edited) with { More = Changed(open, happened) },
        ["status-moved"] = (open, happened) =>
            Say(open, happened, StatusMoved, Status(open, happened, "from"), Status(open, happened, "to")),
        ["stage-moved"] = (open, happened) => StageMoved(open, happened),
        ["queued"] = (open, happened) => Queued(open, happened),
        ["unqueued"] = (open, happened) => Say(open, happened, Unqueued, Queue(open, happened)),
        ["picked"] = (open, happened) =>
            Has(happened, "because")
                ? Say(open, happened, Given, Queue(open, happened), Person(open, happened, "worker"))
                : Say(open, happened, Picked, Queue(open, happened)),
        ["released"] = (open, happened) => Say(open, happened, Released, Queue(open, happened)),
        ["assigned"] = (open, happened) =>
            Say(open, happened, Assigned, NewOwner(open, happened)) with
            {
                More = Lines(happened, "note"),
            },
        ["resolved"] = (open, happened) =>
            Say(open, happened, Resolved, Status(open, happened, "status")) with
            {
                More = Lines(happened, "resolution", "billableReason"),
            },
        ["cancelled"] = (open, happened) => Say(open, happened, Cancelled, Status(open, happened, "status")),
        ["reactivated"] = (open, happened) =>
            Say(open, happened, Reactivated) with
            {
                More = Lines(happened, "reason"),
            },
        ["migrated"] = (open, happened) => Say(open, happened, Migrated),
        ["activity-added"] = (open, happened) =>
            Say(open, happened, Added, Activity(happened.GetProperty("content"))) with
            {
                More = Lines(happened.GetProperty("content"), "text"),
            },
        ["activity-completed"] = (open, happened) =>
            Say(open, happened, Completed, Activity(open, happened)) with
            {
                More = Taken(happened),
            },
        ["activity-cancelled"] = (open, happened) => Say(open, happened, ActivityCancelled, Activity(open, happened)),
        ["similar-linked"] = (open, happened) => Say(open, happened, SimilarOf(happened)),
        ["automation-fired"] = (open, happened) =>
            Say(open, happened, Fired, Text(happened, "rule")) with
            {
                More = [],
            },
        ["workflow-requested"] = (open, happened) => Say(open, happened, Workflow, Text(happened, "workflow")),
        ["clock-started"] = (open, happened) => Clock(open, happened, ClockStarted),
        ["clock-retargeted"] = (open, happened) => Clock(open, happened, ClockRetargeted),
        ["clock-cancelled"] = (open, happened) => Clock(open, happened, ClockStopped),
        ["clock-paused"] = (open, happened) => Clock(open, happened, ClockPaused),
        ["clock-resumed"] = (open, happened) => Clock(open, happened, ClockResumed),
        ["clock-warned"] = (open, happened) => Clock(open, happened, ClockWarned),
        ["clock-met"] = (open, happened) => Clock(open, happened, ClockMet),
        ["clock-failed"] = (open, happened) => Clock(open, happened, ClockFailed),
        ["moves-scheduled"] = (open, happened) =>
            Say(open, happened, happened.GetProperty("moves").GetArrayLength() > 0 ? MovesScheduled : NoMoves),
        ["notified"] = (open, happened) =>
            Say(
                open,
                happened,
                Notified,
                Told(open, Text(happened, "to")!),
                Because(open, Text(happened, "because") ?? "")
            ),
        ["action-refused"] = (open, happened) =>
            Say(open, happened, ActionRefused, Text(happened, "action")) with
            {
                More = [.. Lines(happened, "reason").Select(ReasonTexts.Say)],
            },
        ["duplicates-ignored"] = (open, happened) =>
            Say(open, happened, DuplicatesIgnored, Tickets(happened, "duplicates")),
        ["entitlement-set"] = (open, happened) =>
            Say(open, happened, Has(happened, "entitlement") ? EntitlementSet : EntitlementCleared),
        ["terms-taken"] = (open, happened) => Say(open, happened, TermsTaken, Terms(happened)),
        ["terms-returned"] = (open, happened) => Say(open, happened, TermsReturned, Terms(happened)),
        ["decrement-switched"] = (open, happened) =>
            Say(open, happened, happened.GetProperty("doNotDecrement").GetBoolean() ? NoDecrement : Decrement) with
            {
                More = Lines(happened, "reason"),
            },
        ["merged"] = (open, happened) => Say(open, happened, Merged, Tickets(happened, "cases")),
        ["unmerged"] = (open, happened) => Say(open, happened, Unmerged),
        ["restored"] = (open, happened) => Say(open, happened, Restored),
        ["children-added"] = (open, happened) =>
            Say(open, happened, ChildrenAdded, happened.GetProperty("cases").GetArrayLength()),
        ["children-removed"] = (open, happened) =>
            Say(open, happened, ChildrenRemoved, happened.GetProperty("cases").GetArrayLength()),
        ["parent-changed"] = (open, happened) => Say(open, happened, Has(happened, "to") ? ParentSet : ParentCleared),
        ["reference-added"] = (open, happened) =>
            Say(
                open,
                happened,
                ReferenceAdded,
                Text(happened.GetProperty("reference"), "key"),
                Text(happened.GetProperty("reference"), "source")
            ),
        ["follow-up-suggested"] = (open, happened) =>
            Say(open, happened, FollowUp) with
            {
                More = Lines(happened, "reason"),
            },
        ["open-cases-seen"] = (open, happened) => Say(open, happened, OpenCasesSeen, Text(happened, "count")),
        ["activity-taken"] = (open, happened) => Say(open, happened, ActivityTaken, Text(happened, "ticket")),
        ["activity-converted"] = (open, happened) => Say(open, happened, ActivityConverted, Text(happened, "ticket")),
        ["undone"] = (open, happened) => Say(open, happened, Undone),
    };

    /// <summary>Every type of event that has words.</summary>
    public static IEnumerable<string> Types => Tellers.Keys;

    public static EventText Of(OpenCase open, TimelineModel entry)
    {
        var type = Text(entry.Event, "type") ?? "";
        var said = Tellers.TryGetValue(type, out var tell) ? tell(open, entry.Event) : new(type, []);
        return entry.Automation is { } why ? said with { More = [why.Says] } : said;
    }

    /// <summary>The people and teams that an event names, to ask for what they are called.</summary>
    public static IEnumerable<string?> PeopleOf(TimelineModel entry) =>
        [Text(entry.Event, "by"), Text(entry.Event, "owner"), Text(entry.Event, "worker"), Named(entry, "user:")];

    /// <inheritdoc cref="PeopleOf"/>
    public static IEnumerable<string?> TeamsOf(TimelineModel entry) =>
        [Text(entry.Event, "team"), Named(entry, "team:")];

    private static string? Named(TimelineModel entry, string kind) =>
        Text(entry.Event, "type") == "notified"
        && Text(entry.Event, "to") is { } to
        && to.StartsWith(kind, StringComparison.Ordinal)
            ? to[kind.Length..]
            : null;

    private static EventText Say(OpenCase open, JsonElement happened, Words words, params object?[] values) =>
        new(words.With([open.People.Of(Text(happened, "by") ?? ""), .. values]), []);

    private static EventText StageMoved(OpenCase open, JsonElement happened) =>
        Say(
            open,
            happened,
            Text(happened, "kind") switch
            {
                "back" => StageBack,
                "jump" => StageJump,
                _ => StageNext,
            },
            open.StageTitle(Text(happened, "from") ?? ""),
            open.StageTitle(Text(happened, "to") ?? "")
        ) with
        {
            More = Lines(happened, "reason"),
        };

    private static EventText Queued(OpenCase open, JsonElement happened) =>
        !Has(happened, "because") ? Say(open, happened, QueuedByPerson, Queue(open, happened))
        : Text(happened.GetProperty("because"), "rule") is not "overflow" and var rule
            ? Say(open, happened, QueuedByRule, Queue(open, happened), rule == "otherwise" ? CaseTexts.Otherwise : rule)
        : Say(open, happened, QueuedByOverflow, Queue(open, happened));

    private static EventText Clock(OpenCase open, JsonElement happened, Words words) =>
        Say(open, happened, words, open.KpiTitle(Text(happened, "kpi") ?? ""));

    /// <summary>The automation rule that told somebody, or the clock that did.</summary>
    private static string Because(OpenCase open, string because) =>
        because.Split(": ") is not [var kpi, var end] ? because
        : end == "warning" ? ToldByWarning.With(open.KpiTitle(kpi))
        : end == "failed" ? ToldByFailure.With(open.KpiTitle(kpi))
        : because;

    private static ImmutableArray<string> Changed(OpenCase open, JsonElement happened) =>
        [
            .. happened
                .GetProperty("changes")
                .EnumerateArray()
                .Select(change =>
                    ToFrom.With(
                        open.NameOf(Text(change, "field")!),
                        Value(open, change, "from"),
                        Value(open, change, "to")
                    )
                ),
        ];

    private static string Value(OpenCase open, JsonElement change, string side) =>
        Text(change, side) is not { } value ? CaseTexts.Empty
        : open.Process.FindField(Text(change, "field")!) is { } field ? Labels.Of(open.Process, field, value)!
        : Text(change, "field") is "contact" or "customer" ? Customer(open, value)
        : value;

    private static string Customer(OpenCase open, string id) =>
        open.Card is { } card
            ? card.Contacts.Append(card.Customer).FirstOrDefault(one => one.Id.ToString() == id)?.Name ?? id
            : id;

    private static Words SimilarOf(JsonElement happened) =>
        !happened.GetProperty("solutionFound").GetBoolean() ? SimilarLinked
        : happened.GetProperty("isBack").GetBoolean() ? SolutionGiven
        : SolutionFound;

    private static string Activity(JsonElement content) =>
        $"{CaseTexts.Of(Text(content, "kind")!)}{Way(content)} {Quoted.With(Text(content, "subject"))}";

    private static string Activity(OpenCase open, JsonElement happened) =>
        open.Activities.FirstOrDefault(one => one.Id.ToString() == Text(happened, "activity")) is { } known
            ? $"{CaseTexts.Of(known.Kind)} {Quoted.With(known.Subject)}"
            : CaseTexts.Of(Text(happened, "kind")!);

    private static string Way(JsonElement content) =>
        Text(content, "direction") is { } direction ? $" ({CaseTexts.Of(direction).ToLowerInvariant()})" : "";

    private static ImmutableArray<string> Taken(JsonElement happened) =>
        happened.GetProperty("minutes").GetInt32() is > 0 and var minutes ? [Minutes.With(minutes)] : [];

    private static string Told(OpenCase open, string to) =>
        to.Split(':', 2) is ["team", var team] ? open.People.OfTeam(team)
        : to.Split(':', 2) is [_, var user] ? open.People.Of(user)
        : to;

    private static string NewOwner(OpenCase open, JsonElement happened) =>
        Text(happened, "owner") is { } owner ? open.People.Of(owner)
        : Text(happened, "team") is { } team ? open.People.OfTeam(team)
        : CaseTexts.Nobody;

    private static string Person(OpenCase open, JsonElement happened, string property) =>
        open.People.Of(Text(happened, property) ?? "");

    private static string Status(OpenCase open, JsonElement happened, string property) =>
        open.StatusTitle(Text(happened, property) ?? "");

    private static string Queue(OpenCase open, JsonElement happened) => open.QueueTitle(Text(happened, "queue") ?? "");

    private static string Tickets(JsonElement happened, string list) =>
        string.Join(", ", happened.GetProperty(list).EnumerateArray().Select(one => Text(one, "ticket")));

    private static decimal Terms(JsonElement happened) => Units.ToTerms(happened.GetProperty("units").GetInt64());

    private static ImmutableArray<string> Lines(JsonElement json, params ImmutableArray<string> properties) =>
        [
            .. properties
                .Select(property => Text(json, property))
                .Where(text => !string.IsNullOrEmpty(text))
                .Select(text => text!),
        ];

    private static bool Has(JsonElement json, string property) =>
        json.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null;

    private static string? Text(JsonElement json, string property) =>
        json.TryGetProperty(property, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Null => null,
                _ => value.GetRawText(),
            }
            : null;
}
