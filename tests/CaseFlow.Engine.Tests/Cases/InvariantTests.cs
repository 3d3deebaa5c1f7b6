using System.Text.Json;
using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CsCheck;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>Whatever commands come, in whatever order, by whomever: a case never stands where it could not.</summary>
public sealed class InvariantTests
{
    private static readonly Gen<string> Statuses = OneOf(
        "open",
        "waiting",
        "researching",
        "solved",
        "informed",
        "cancelled",
        "merged",
        "nonsense"
    );
    private static readonly Gen<string> Stages = OneOf("next", "back", "identify", "research", "resolve", "nonsense");
    private static readonly Gen<string> Queues = OneOf("front-line", "gold", "outage", "nonsense");
    private static readonly Gen<string?> Users = OneOf<string?>("ann", "bob", "", null);

    private static readonly Gen<FieldValue?> Values = Gen.OneOf(
        Gen.Int[-1, 7].Select(number => (FieldValue?)Number(number)),
        OneOf<FieldValue?>(
            null,
            Text("red"),
            Text("high"),
            Text("ABC-123"),
            new FieldValue.Decimal(1.5m),
            new FieldValue.Boolean(true)
        )
    );

    private static readonly Gen<string> Fields = OneOf(
        "title",
        "impact",
        "serial",
        "cost",
        "urgent",
        "due",
        "colour",
        "priority",
        "nonsense"
    );

    private static readonly Gen<Func<CaseSpec, CaseCommand>> Commands = Gen.Frequency(
        (1, Gen.Bool.Select(route => Create(route: route))),
        (6, Statuses.Select(to => Status(to))),
        (6, Gen.Select(Stages, Users, (to, reason) => Stage(to, reason))),
        (6, Gen.Select(Fields, Values, (field, value) => Edit((field, value)))),
        (2, Gen.Const(Route())),
        (3, Queues.Select(queue => Queue(queue))),
        (3, Gen.Const(Pick())),
        (2, Gen.Const(Release())),
        (1, Gen.Const(Offer())),
        (1, Gen.Const(Unqueue())),
        (2, Gen.Const(Undo())),
        (2, Gen.Select(Users, Users, (user, team) => Assign(user, team))),
        (3, Gen.Select(Statuses, Users, (to, text) => Resolve(to, text))),
        (1, Statuses.Select(to => Cancel(to))),
        (2, Statuses.Select(to => Reactivate(to)))
    );

    private static readonly Gen<Role> Roles = OneOf(Role.Agent, Role.Supervisor, Role.Admin, Role.Designer);

    private static readonly Gen<(string User, Role Role, Func<CaseSpec, CaseCommand> Command)[]> Lives = Gen.Select(
        OneOf("ann", "bob"),
        Roles,
        Commands,
        (user, role, command) => (user, role, command)
    ).Array[1, 60];

    [Fact]
    public void Any_sequence_of_commands_keeps_every_invariant() => KeepsInvariants(TestProcesses.Support);

    [Fact]
    public void So_it_does_where_rules_make_their_own_of_everything_that_happens() =>
        KeepsInvariants(TestProcesses.Automated);

    private static void KeepsInvariants(CaseSpec process) =>
        Lives.Sample(
            life =>
            {
                var spec = process.KnowingOf(new CaseFacts { Customer = Contoso, Contact = Rita });
                var history = new List<CaseEvent>();
                foreach (var (user, role, command) in life)
                {
                    spec = spec.As(user, role);
                    var before = spec;
                    if (spec.Ask(command) is Decision.Accepted(var events))
                    {
                        CheckAutomation(spec.Process, history, events);
                        history.AddRange(events);
                        spec = spec with
                        {
                            Case = events.Aggregate(spec.Case, CaseHistory.Evolve),
                            History = [.. history],
                            At = spec.At.AddMinutes(1),
                        };
                        Check(spec, history);
                        CheckUndo(before, spec, events);
                    }
                }
            },
            iter: 2_000
        );

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    // Each rule at most once, with an account of all that follows it and conditions that hold when they are asked again.
    private static void CheckAutomation(CaseProcess process, List<CaseEvent> history, ImmutableArray<CaseEvent> events)
    {
        var fired = events.OfType<CaseEvent.AutomationFired>().ToList();
        Assert.Equal(fired.Count, fired.DistinctBy(one => one.Rule, StringComparer.Ordinal).Count());
        ImmutableArray<CaseEvent> all = [.. history, .. events];
        for (var index = history.Count; index < all.Length; index++)
        {
            if (all[index] is CaseEvent.AutomationFired one)
            {
                var made = one.Actions.Sum(action => action.Events);
                Assert.All(all[index..(index + 1 + made)], happened => Assert.Equal(one.By, happened.By));
                Assert.True(index + 1 + made == all.Length || all[index + 1 + made] is CaseEvent.AutomationFired);
                var before = CaseHistory.Replay(all[..index])!;
                var explained = AutomationExplanation.Of(process, before, all[one.On - 1], one)!;
                Assert.All(explained.When, line => Assert.True(line.Holds, line.Text));
                Assert.NotEqual("", explained.Event);
            }
        }
    }

    // Whatever was done is taken back, or it is told why not: it made the case, or it had a workflow run.
    private static void CheckUndo(CaseSpec before, CaseSpec after, ImmutableArray<CaseEvent> events)
    {
        if (events.IsEmpty || events[0].Command is "offer" or "undo")
        {
            return;
        }

        if (after.Ask(Undo()) is Decision.Accepted(var back))
        {
            Assert.Equal(
                UndoTests.Stripped(before.Case!),
                UndoTests.Stripped(back.Aggregate(after.Case!, CaseHistory.Evolve))
            );
            return;
        }

        Assert.True(before.Case is null || events.Any(happened => happened is CaseEvent.WorkflowRequested));
    }

    private static void Check(CaseSpec spec, List<CaseEvent> history)
    {
        var current = spec.Case;
        if (current is null)
        {
            Assert.Empty(history);
            return;
        }

        Assert.Equal(history.Count, current.Version);
        Assert.Equal(spec.Process.FindStatus(current.Status)!.State, current.State);
        Assert.True(current.Worker is null || current.Queue is not null, "a worker without a queue item");
        Assert.True(current.Queue is null || current.State == CaseState.Active, "a closed case in a queue");
        Assert.True(current.Queue is null == current.QueuedSince is null, "since when is it queued");
        Assert.True(current.Owner is null || current.Team is null, "two owners");
        Assert.Equal(current.Stage, current.Path[^1]);
        Assert.Equal(current.Path.Length, current.Path.Distinct(StringComparer.Ordinal).Count());

        var replayed = CaseHistory.Replay(history)!;
        Assert.Equal(
            JsonSerializer.Serialize(current, CaseJson.Stored.Case),
            JsonSerializer.Serialize(replayed, CaseJson.Stored.Case)
        );
    }
}
