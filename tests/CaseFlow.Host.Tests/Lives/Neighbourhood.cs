using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Processes;
using CaseFlow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Lives;

/// <summary>A few cases that live side by side, and every command there is, chosen by number and put to them through their grains.</summary>
internal sealed class Neighbourhood(
    RunningHost host,
    ImmutableArray<Guid> customers,
    ImmutableArray<Guid?> entitlements
)
{
    public const string Process = "lives";
    public const int Cases = 5;

    public const string Definition = """
        process: lives
        title: Lives
        ticket: "LIVES-{number}"
        fields:
          product: { type: choice, choices: [Laptop, Phone] }
          priority: { type: choice, choices: [low, normal, high] }
        statuses:
          active: { open: { initial: true }, waiting: { pauses-sla: true } }
          resolved: { done: , told: }
          cancelled: { dropped: , merged: }
        transitions:
          - { from: [open, waiting], to: [open, waiting, done, told, dropped, merged] }
          - { from: [done, told, dropped], to: open }
          - { from: waiting, to: dropped, after: 3 days }
        stages:
          - identify: { steps: [lookup: customer] }
          - solve: { steps: [field: product] }
        queues:
          main: { members: [user:ann, user:bob] }
          turns: { members: team:lives, assign: round-robin, capacity: 2 }
          secret: { members: user:ann, visibility: private, overflow: { when-waiting-over: 2, to: main } }
        routing:
          - { rule: Phones, when: case.fields.product == 'Phone', queue: turns }
          - { rule: Urgent, when: case.priority == 'high', queue: secret }
          - otherwise: main
        policies:
          resolve-from-any-stage: true
          close-children: cascade
          bill-above-total: true
          reopen-on-reply: { within: 2 days, status: open }
          inherit: [product]
        sla:
          - kpi: Answer
            starts: [case.created, case.reactivated]
            met-by: [activity.completed(direction == 'outgoing'), case.resolved]
            warn-after: 2h
            fail-after: 1 day
            on-warn: [{ notify: owner }]
            on-fail: [{ queue: turns }, { set: { priority: high } }]
        """;

    /// <summary>A version with another name for a stage, which open cases are brought over to.</summary>
    private static readonly string Renamed =
        Definition.Replace("- solve:", "- mend:", StringComparison.Ordinal)
        + "\nmigrate: { stages: { solve: mend } }\n";

    private static readonly string RenamedBack = Definition + "\nmigrate: { stages: { mend: solve } }\n";

    /// <summary>The numbers of commands that a <see cref="Step"/> can have.</summary>
    public const int Kinds = 31;

    private const int Migration = 30;

    private static readonly ImmutableArray<string> Queues = ["main", "turns", "secret"];
    private static readonly ImmutableArray<string> People = ["ann", "bob", "lives-cid"];

    private readonly IGrainFactory grains = host.Services.GetRequiredService<IGrainFactory>();
    private DateTimeOffset now = RunningHost.Monday9;

    /// <summary>The cases, those that nobody has opened yet too.</summary>
    public ImmutableArray<CaseId> Ids { get; } =
    [.. Enumerable.Range(0, Cases).Select(_ => new CaseId(Guid.CreateVersion7()))];

    /// <summary>What came of it: the name of the command and the code of a refusal.</summary>
    public async Task<string> Do(Step step)
    {
        now += TimeSpan.FromMinutes(step.Choice * step.Choice * 7);
        if (step.Kind == Migration)
        {
            await Publish(step.Choice % 2 == 0 ? Renamed : RenamedBack);
            return nameof(CaseCommand.Migrate);
        }

        var grain = grains.Case(Ids[step.Case].Value);
        var current = (await grain.Read()).Value?.Case;
        if (current is not null && step.Kind == 0)
        {
            await grain.Ring(now);
            return nameof(CaseCommand.Ring);
        }

        var command = Command(step, current);
        var reply = (await grain.Ask(new(new CaseRequest(command, Process, null, null)))).Value;
        if (reply.Status < 400 && step.Choice % 3 == 2 && await IsUndone(grain, Ids[step.Case], command.By))
        {
            reply = (await grain.Ask(new(new CaseRequest(Command(step, current), Process, null, null)))).Value;
            return $"{command.GetType().Name} {reply.Status} after undo";
        }

        return $"{command.GetType().Name} {reply.Status}";
    }

    // The cases are brought over at once, and not while the next command comes.
    private async Task Publish(string definition)
    {
        var process = Assert
            .IsType<ReadResult.Ready>(ProcessReader.Read($"{Process}.process.yaml", definition))
            .Process;
        await host.Services.GetRequiredService<ProcessPublisher>().Publish(process, "sue", default);
        foreach (var id in Ids)
        {
            await grains.Case(id.Value).CarryOver();
        }
    }

    /// <summary>Takes back what was just done: the case must be what it was, or it must be told why it is not.</summary>
    private async Task<bool> IsUndone(ICaseGrain grain, CaseId id, Actor by)
    {
        var journal = host.Services.GetRequiredService<CaseJournal>();
        var known = UndoFacts.Of([.. (await journal.History(id, default)).Select(recorded => recorded.Event)]);
        var undo = new CaseCommand.Undo((await grain.Read()).Value!.Case.LastChange?.Token) { By = by, At = now };
        var reply = (await grain.Ask(new(new CaseRequest(undo, Process, null, null)))).Value;
        if (reply.Status >= 400)
        {
            Assert.Contains(reply.Status, new[] { 403, 409, 422 });
            return false;
        }

        // Whoever is offered the case meanwhile has changed it again.
        var back = (await grain.Read()).Value!.Case;
        if (known is not null && reply.ETag == $"\"{back.Version}\"")
        {
            Assert.Equal(Stripped(known.Before), Stripped(back));
        }

        return true;
    }

    private static string Stripped(Case of) =>
        JsonSerializer.Serialize(of with { Version = 0, ModifiedAt = default, Definition = "" }, CaseJson.Stored.Case);

    private CaseCommand Command(Step step, Case? current)
    {
        var (other, choice) = (Ids[step.Other], step.Choice);
        var by = new Actor(People[choice % 3], choice % 4 == 0 ? Role.Supervisor : Role.Agent);
        var activity = current?.OpenActivities.FirstOrDefault()?.Id ?? Guid.Empty;
        return current is null
            ? Create(step, by)
            : step.Kind switch
            {
                1 => new CaseCommand.Edit(Changes(choice)) { By = by, At = now },
                2 => new CaseCommand.MoveStatus(choice % 2 == 0 ? "open" : "waiting", FieldValues.Empty)
                {
                    By = by,
                    At = now,
                },
                3 => new CaseCommand.MoveStage(choice % 3 == 0 ? "back" : "next", "because") { By = by, At = now },
                4 => new CaseCommand.Route { By = by, At = now },
                5 => new CaseCommand.AddToQueue(Queues[choice % 3], choice % 5 == 0 ? "bob" : null)
                {
                    By = by,
                    At = now,
                },
                6 => new CaseCommand.Pick { By = by, At = now },
                7 => new CaseCommand.Release { By = by, At = now },
                8 => new CaseCommand.RemoveFromQueue { By = by, At = now },
                9 => new CaseCommand.Assign(choice % 2 == 0 ? "bob" : null, choice % 2 == 0 ? null : "lives")
                {
                    By = by,
                    At = now,
                },
                10 or 11 => AddActivity(choice, by),
                12 => new CaseCommand.CompleteActivity(activity, choice) { By = by, At = now },
                13 => new CaseCommand.CancelActivity(activity) { By = by, At = now },
                14 or 15 => new CaseCommand.Resolve(null, "So.", choice * 10, FieldValues.Empty, true, "much work")
                {
                    By = by,
                    At = now,
                },
                16 => choice % 2 == 0
                    ? new CaseCommand.Cancel("merged", other) { By = by, At = now }
                    : new CaseCommand.Cancel("dropped", null) { By = by, At = now },
                17 or 18 => new CaseCommand.Reactivate(null, "again") { By = by, At = now },
                19 or 20 => new CaseCommand.Merge(
                    choice % 3 == 0 ? [other, Ids[choice % Cases]] : [other],
                    ImmutableSortedDictionary<string, CaseId>.Empty
                )
                {
                    By = by,
                    At = now,
                },
                21 or 22 => new CaseCommand.Unmerge(
                    current.MergedCases.Length > 0 ? current.MergedCases[choice % current.MergedCases.Length].Id : null,
                    choice % 3 == 0 && activity != Guid.Empty ? [activity] : []
                )
                {
                    By = by,
                    At = now,
                },
                23 => new CaseCommand.AddChildren([other]) { By = by, At = now },
                24 => new CaseCommand.RemoveChild(current.Children.FirstOrDefault(other)) { By = by, At = now },
                25 => new CaseCommand.LinkSimilar(other, choice % 2 == 0) { By = by, At = now },
                26 => new CaseCommand.DoNotDecrement(choice % 2 == 0, "a favour") { By = by, At = now },
                27 => new CaseCommand.Undo(current.LastChange?.Token)
                {
                    By = choice % 2 == 0 ? new(current.LastChange?.By ?? "ann", Role.Agent) : by,
                    At = now,
                },
                28 => new CaseCommand.FindCase(choice) { By = by, At = now },
                _ => new CaseCommand.Offer { By = new("caseflow", Role.Automation), At = now },
            };
    }

    private CaseCommand.Create Create(Step step, Actor by) =>
        new(
            Ids[step.Case],
            string.Create(CultureInfo.InvariantCulture, $"LIVES-{Ids[step.Case].Value}"),
            $"Printer {step.Choice} hums",
            customers[step.Choice % customers.Length],
            Contact: null,
            FieldValues.Of([
                new("product", new FieldValue.Text(step.Choice % 2 == 0 ? "Phone" : "Laptop")),
                new("description", new FieldValue.Text("It stops in the middle of a page.")),
            ]),
            RouteNow: step.Choice % 3 != 0,
            Entitlement: entitlements[step.Choice % entitlements.Length]
        )
        {
            By = by,
            At = now,
        };

    private CaseCommand.AddActivity AddActivity(int choice, Actor by) =>
        new(
            Guid.CreateVersion7(),
            new(
                choice % 2 == 0 ? ActivityKind.Email : ActivityKind.PhoneCall,
                $"Call {choice}",
                "About the humming of the printer",
                choice % 3 == 0 ? Direction.Outgoing : Direction.Incoming,
                IsPublic: false,
                Due: null
            ),
            IsDone: choice % 4 == 0,
            Minutes: choice % 4 == 0 ? choice : null
        )
        {
            By = by,
            At = now,
        };

    private ImmutableSortedDictionary<string, FieldValue?> Changes(int choice)
    {
        (string Key, FieldValue? Value) change = (choice % 6) switch
        {
            0 => ("title", new FieldValue.Text($"Scanner {choice} whistles")),
            1 => ("product", new FieldValue.Text("Phone")),
            2 => ("priority", new FieldValue.Text("high")),
            3 => ("description", null),
            4 => (
                "entitlement",
                entitlements[choice % entitlements.Length] is { } id ? new FieldValue.Text($"{id}") : null
            ),
            _ => ("customer", new FieldValue.Text($"{customers[choice % customers.Length]}")),
        };
        return ImmutableSortedDictionary<string, FieldValue?>.Empty.Add(change.Key, change.Value);
    }

    /// <summary>A command by numbers, so that a failing life can be made shorter.</summary>
    public sealed record Step(int Case, int Other, int Kind, int Choice);
}
