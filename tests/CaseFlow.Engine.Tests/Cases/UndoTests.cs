using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Sla;
using CaseFlow.Engine.Tests.Entitlements;
using CaseFlow.Engine.Tests.Sla;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>One's own last change, taken back.</summary>
public sealed class UndoTests
{
    private static readonly Guid Call = Guid.Parse("00000000-0000-0000-0000-0000000000cc");

    private static readonly CaseSpec Opened = TestProcesses
        .Support.KnowingOf(new() { Customer = Contoso, Contact = Rita })
        .After(Create(route: true, fields: ("impact", Number(3))), Pick(), Activity("Call back"));

    private static readonly Dictionary<string, Func<CaseSpec, CaseCommand>[]> Ways = new(StringComparer.Ordinal)
    {
        ["edit"] = [Edit(("title", Text("Scanner")), ("impact", null), ("colour", Text("red")))],
        ["status"] = [Status("waiting")],
        ["stage"] = [Stage("resolve", "because")],
        ["route"] = [Unqueue(), Route()],
        ["queue"] = [Queue("outage")],
        ["pick"] = [Release(), Pick()],
        ["release"] = [Release()],
        ["unqueue"] = [Unqueue()],
        ["assign"] = [Assign(team: "ops")],
        ["resolve"] =
        [
            Edit(("colour", Text("red"))),
            Stage("next"),
            Stage("next"),
            Status("researching"),
            ResolveAnyway(),
        ],
        ["cancel"] = [CancelActivity(), Cancel()],
        ["reactivate"] = [CancelActivity(), Cancel(), Reactivate()],
        ["add-activity"] = [Activity("Order", isDone: true)],
        ["complete-activity"] = [Complete()],
        ["cancel-activity"] = [CancelActivity()],
    };

    public static TheoryData<string> Changes => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whatever_was_done_is_taken_back_in_one_event(string what)
    {
        var changes = Ways[what];
        var before = Opened.As("sue", Role.Supervisor).After(changes[..^1]);
        var after = before.After(changes[^1]);
        Assert.Equal(what, UndoOffer.For(after.Case!, after.Process, "sue", after.At)!.What);

        var back = after.After(Undo());

        Assert.Equal(Stripped(before.Case!), Stripped(back.Case!));
        Assert.Equal(after.Case!.Version + 1, back.Case!.Version);
        Assert.Equal(what, Assert.IsType<CaseEvent.Undone>(back.History[^1]).What);
        Assert.Equal(Whole(CaseHistory.Replay(back.History)!), Whole(back.Case));
    }

    [Fact]
    public void What_was_done_before_can_then_be_taken_back_too()
    {
        var first = Opened.After(Edit(("title", Text("One"))));

        var back = first.After(Edit(("title", Text("Two"))), Undo(), Undo());

        Assert.Equal(Stripped(Opened.Case!), Stripped(back.Case!));
    }

    [Fact]
    public void Only_the_last_change_and_only_by_who_made_it()
    {
        TestProcesses.Support.After(Create()).ThenRefused(Undo(), "cannot-undo");
        var changed = Opened.After(Edit(("title", Text("One"))));
        changed.ThenRefused(Undo("1"), "changed-since");
        changed.As("bob").ThenRefused(Undo(), "not-your-change");
        (changed with { At = changed.At.AddMinutes(5) }).ThenRefused(Undo(), "undo-too-late");
        Assert.Null(UndoOffer.For(changed.Case!, changed.Process, "bob", changed.At));
        Assert.Null(UndoOffer.For(changed.Case!, changed.Process, "ann", changed.At.AddMinutes(5)));

        // Of a job it is taken back whenever, by whoever may.
        Assert.IsType<Decision.Accepted>(
            (changed.As("bob") with { At = changed.At.AddDays(5) }).Ask(spec => new CaseCommand.Undo(
                spec.Case!.LastChange!.Token,
                OfJob: true
            )
            {
                By = spec.By,
                At = spec.At,
            })
        );
        (changed with { Case = changed.Case! with { LastChange = null } }).ThenRefused(Undo(), "nothing-to-undo");
    }

    [Fact]
    public void What_has_gone_out_of_the_house_is_not_taken_back()
    {
        var mail = Opened.After(Activity("Answer", ActivityKind.Email, isDone: true, Direction.Outgoing));
        Assert.Contains("sent", mail.ThenRefused(Undo(), "cannot-undo").Explain(), StringComparison.Ordinal);
        Opened.After(Activity("Answer", ActivityKind.Email, isDone: true, Direction.Incoming)).After(Undo());

        var flow = TestProcesses.Automated.After(
            Create(),
            Assign("bob"),
            Edit(("priority", Text("high"))),
            Status("waiting")
        );
        Assert.Contains(flow.History, happened => happened is CaseEvent.WorkflowRequested);
        Assert.Contains("remind", flow.ThenRefused(Undo(), "cannot-undo").Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_rules_made_of_a_change_is_taken_back_with_it()
    {
        var opened = TestProcesses.Automated.After(Create());
        var queued = opened.After(Queue("outage"));
        Assert.Contains(queued.History, happened => happened is CaseEvent.AutomationFired { Rule: "Outage" });
        Assert.Equal("ops", queued.Case!.Team);

        Assert.Equal(Stripped(opened.Case!), Stripped(queued.After(Undo()).Case!));
    }

    [Fact]
    public void A_clock_counts_on_as_if_it_had_never_been_paused()
    {
        var started = ClockSpec
            .Of("sla: [{ kpi: K, starts: case.created, met-by: case.resolved, fail-after: 4h }]\n")
            .At("2026-03-02T08:00", Create());
        var back = started.At("2026-03-02T09:00", Status("waiting")).At("2026-03-02T09:04", Undo());

        Assert.Equal(started.Clock(), back.Clock());
        var story = back.Story("2026-03-02T10:00");
        Assert.Equal(2 * 3600, story[ClockTime.Counting]);
        Assert.Equal(0, story[ClockTime.Paused]);

        // What would have been due meanwhile is due now.
        var late = started.At("2026-03-02T11:59", Status("waiting")).At("2026-03-02T12:02", Undo());
        late.Then(ClockState.Failed, 4 * 3600);
    }

    [Fact]
    public void What_time_has_done_meanwhile_is_a_change_since()
    {
        var paused = ClockSpec
            .Of("sla: [{ kpi: K, starts: case.created, met-by: case.resolved, fail-after: 4h }]\n")
            .At("2026-03-02T08:00", Create())
            .At("2026-03-02T11:59", Edit(("title", Text("Late"))));

        var told = paused.Told with { Undo = UndoFacts.Of(paused.History) };
        var undo = new CaseCommand.Undo(paused.Case!.LastChange!.Token)
        {
            By = new Actor("ann", Role.Agent),
            At = ClockSpec.At("2026-03-02T12:01"),
        };

        var refused = Assert.IsType<Decision.Refused>(CaseDecider.Decide(paused.Process, paused.Case, undo, told));
        Assert.Equal("changed-since", refused.Reason.Code);
    }

    [Fact]
    public void Terms_are_given_back_and_taken_again_by_opposite_entries()
    {
        var plain = TestProcesses.Plain.With(Contracts.TenResolutions).After(Contracts.Open(Contracts.Id));
        var resolved = plain.After(Resolve());
        Assert.Equal(-60, resolved.Takes(Undo()));
        Assert.Null(resolved.ThenCase(Undo()).Taken);

        var opened = TestProcesses.Plain.With(Contracts.TenCases).After(Contracts.Open(Contracts.Id));
        var cancelled = opened.After(Cancel());
        Assert.Equal(60, cancelled.Takes(Undo()));
        Assert.Equal(opened.Case!.Taken, cancelled.ThenCase(Undo()).Taken);

        // Somebody else has taken the last one meanwhile.
        cancelled.With(Contracts.TenCases with { Total = new("", 600, 600) }).ThenRefused(Undo(), "terms-exhausted");
    }

    [Fact]
    public void An_entitlement_that_has_ended_is_settled()
    {
        var resolved = TestProcesses
            .Plain.With(Contracts.TenResolutions)
            .After(Contracts.Open(Contracts.Id), Resolve());

        var refused = resolved
            .With(Contracts.TenResolutions with { State = EntitlementState.Cancelled })
            .ThenRefused(Undo(), "cannot-undo");

        Assert.Contains("Ten cases", refused.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_newer_version_does_not_know_is_not_gone_back_to()
    {
        var moved = Opened.After(Queue("gold"));
        var without = CaseSpec.Of(
            Opened
                .Process.Parts.Source.Replace(
                    "outage: { title: Outage }",
                    "other: { title: Other }",
                    StringComparison.Ordinal
                )
                .Replace("queue: outage", "queue: gold", StringComparison.Ordinal)
        );
        var then = Opened.After(Queue("outage"), Queue("gold"));

        (then with { Process = without.Process }).ThenRefused(Undo(), "cannot-undo");
        (moved with { Process = without.Process }).After(Undo());
    }

    [Fact]
    public void The_page_about_the_api_says_what_can_be_taken_back()
    {
        var page = File.ReadAllLines(Repository.PathTo("docs", "api.md"));
        var can = page.Where(line =>
                line.StartsWith("| `", StringComparison.Ordinal) && line.Contains("| yes", StringComparison.Ordinal)
            )
            .SelectMany(line => line.Split('|')[1].Split(','))
            .Select(name => name.Trim(' ', '`'));

        Assert.Equal(
            Ways.Keys.Append("do-not-decrement").Order(StringComparer.Ordinal),
            can.Order(StringComparer.Ordinal)
        );
    }

    /// <summary>The case without what taking back cannot leave as it was: how often and when it changed.</summary>
    internal static string Stripped(Case of) =>
        Whole(of with { Version = 0, ModifiedAt = default, Definition = "", Clocks = [.. of.Clocks] });

    private static string Whole(Case of) => JsonSerializer.Serialize(of, CaseJson.Stored.Case);

    private static Func<CaseSpec, CaseCommand> Activity(
        string subject,
        ActivityKind kind = ActivityKind.PhoneCall,
        bool isDone = false,
        Direction? direction = null
    ) =>
        spec => new CaseCommand.AddActivity(
            isDone ? Guid.NewGuid() : Call,
            new ActivityContent(kind, subject, null, direction, IsPublic: false, null),
            isDone,
            isDone ? 5 : null
        )
        {
            By = spec.By,
            At = spec.At,
        };

    private static Func<CaseSpec, CaseCommand> Complete() =>
        spec => new CaseCommand.CompleteActivity(Call, 20) { By = spec.By, At = spec.At };

    private static Func<CaseSpec, CaseCommand> CancelActivity() =>
        spec => new CaseCommand.CancelActivity(Call) { By = spec.By, At = spec.At };

    private static Func<CaseSpec, CaseCommand> ResolveAnyway() =>
        spec => new CaseCommand.Resolve(
            "informed",
            "Extinguished",
            null,
            FieldValues.Of([new("cost", new FieldValue.Decimal(1))]),
            CancelOpenActivities: true
        )
        {
            By = spec.By,
            At = spec.At,
        };
}
