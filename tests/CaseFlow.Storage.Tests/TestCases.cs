using System.Globalization;
using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Sla;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Storage.Tests;

/// <summary>Cases and events to store: the numbers tell them apart, all else is the same.</summary>
internal static class TestCases
{
    public static readonly DateTimeOffset Monday9 = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));

    private const string Definition = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    public static CaseId Id(int number) => new(Numbered(number));

    public static string Ticket(int number) => $"CAS-{number.ToString("00000", CultureInfo.InvariantCulture)}";

    public static Opened Open(int number, string title = "The printer is on fire", string? ticket = null) =>
        new(
            Id(number),
            ticket ?? Ticket(number),
            "incident",
            title,
            Numbered(900_000 + (number % 7)),
            Contact: null,
            FieldValues.Of([
                new("priority", new FieldValue.Text("high")),
                new("origin", new FieldValue.Text("phone")),
                new("cost", new FieldValue.Decimal(12.50m)),
            ]),
            CaseState.Active,
            "new",
            "identify"
        )
        {
            By = "rita",
            At = Monday9,
            Definition = Definition,
        };

    public static Edited Retitle(string from, string to) => Edit("title", from, to);

    public static Edited Edit(string field, string from, string to) =>
        new([new FieldChange(field, new FieldValue.Text(from), new FieldValue.Text(to))])
        {
            By = "ann",
            At = Monday9.AddMinutes(1),
            Definition = Definition,
        };

    public static Queued Queue(string queue, string? from = null) =>
        new(queue, from, Because: null)
        {
            By = "ann",
            At = Monday9.AddMinutes(2),
            Definition = Definition,
        };

    public static Unqueued Unqueue(string queue) =>
        new(queue)
        {
            By = "ann",
            At = Monday9.AddMinutes(3),
            Definition = Definition,
        };

    public static Picked Pick(string queue, string worker) =>
        new(queue, worker)
        {
            By = worker,
            At = Monday9.AddMinutes(4),
            Definition = Definition,
        };

    public static StatusMoved Move(string to) =>
        new("new", to)
        {
            By = "ann",
            At = Monday9.AddMinutes(5),
            Definition = Definition,
        };

    public static Resolved Resolve(string text) =>
        new("new", "solved", text, BillableMinutes: 30)
        {
            By = "ann",
            At = Monday9.AddMinutes(6),
            Definition = Definition,
        };

    /// <summary>A clock that fails when it is due.</summary>
    public static ClockStarted StartClock(DateTimeOffset due, string kpi = "Resolution") =>
        new(kpi, new ClockTarget(kpi, null, null, [], 3_600), IsPaused: false, new ClockDue(null, due))
        {
            By = "ann",
            At = Monday9.AddMinutes(7),
            Definition = Definition,
        };

    public static ClockPaused PauseClock(string kpi = "Resolution") =>
        new(kpi, 60)
        {
            By = "ann",
            At = Monday9.AddMinutes(8),
            Definition = Definition,
        };

    public static ClockResumed ResumeClock(DateTimeOffset due, string kpi = "Resolution") =>
        new(kpi, new ClockDue(null, due))
        {
            By = "ann",
            At = Monday9.AddMinutes(9),
            Definition = Definition,
        };

    public static ActivityAdded AddActivity(Guid id) =>
        new(
            id,
            new ActivityContent(ActivityKind.PhoneCall, "Call back", null, Direction.Outgoing, IsPublic: false, null)
        )
        {
            By = "ann",
            At = Monday9.AddMinutes(5),
            Definition = Definition,
        };

    public static ActivityCompleted CompleteActivity(Guid id, int minutes) =>
        new(id, ActivityKind.PhoneCall, Direction.Outgoing, minutes)
        {
            By = "ann",
            At = Monday9.AddMinutes(6),
            Definition = Definition,
        };

    public static KeptAnswer Answer(string key, string body = "{}", int status = 200) =>
        new()
        {
            User = "rita",
            Key = key,
            Fingerprint = [1, 2, 3],
            Status = status,
            Body = Encoding.UTF8.GetBytes(body),
            Etag = "\"1\"",
            At = Monday9,
        };

    /// <summary>A case as text, for comparing: lists in a case are equal only where they are the same list.</summary>
    public static string Text(Case? of) => of is null ? "" : JsonSerializer.Serialize(of, CaseJson.Stored.Case);

    private static Guid Numbered(int number) =>
        Guid.Parse($"01950000-0000-7000-8000-{number.ToString("x12", CultureInfo.InvariantCulture)}");
}
