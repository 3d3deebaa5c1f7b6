using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Sla;

namespace CaseFlow.Engine.Scenarios.Running;

/// <summary>How far a scenario has come: the case so far, and all that was asked of it.</summary>
internal sealed class Course(CaseProcess process, Scenario scenario)
{
    // A case that moves by itself to and fro would go on for ever.
    private const int MostRings = 10_000;

    private readonly List<AskedInScenario> asked = [];
    private readonly List<CaseEvent> history = [];
    private Case? current;
    private string? rule;

    // Who is in which team is no part of a definition, so whoever acts in a scenario is in all that it names.
    private readonly ImmutableArray<string> teams =
    [
        .. process
            .Parts.Queues.SelectMany(queue => queue.Members)
            .Select(member => Owner.Read(member).Team)
            .OfType<string>(),
    ];

    public ImmutableArray<AskedInScenario> Asked => [.. asked];

    /// <summary>What is not as expected; empty where all is.</summary>
    /// <param name="number">Which step it is; null for the end.</param>
    public ImmutableArray<ScenarioFailure> Take(ScenarioStep step, int? number)
    {
        var from = step.IsEnd ? 0 : asked.Count;
        if ((step.Until ?? step.Command?.At) is { } until)
        {
            LetPass(until);
        }

        var differences = step.Command is { } command ? AnswerDiffers(step, command) : [];
        if (differences.IsEmpty && current is { } now)
        {
            var fired = asked.Skip(from).SelectMany(one => one.Events).OfType<CaseEvent.AutomationFired>();
            var check = new CaseCheck(
                process,
                now,
                FactsFor(now, command: null),
                rule,
                fired.Select(one => one.Rule),
                scenario.People
            );
            differences = [.. step.Then.Select(check.Difference).OfType<Difference>()];
        }

        return
        [
            .. differences.Select(found => new ScenarioFailure(
                found.Place,
                scenario.Name,
                number,
                step.Text,
                found.Expected,
                found.Came
            )),
        ];
    }

    /// <summary>Rings the case for all that comes due, each at its time, as the bell of the host does.</summary>
    private void LetPass(DateTimeOffset until)
    {
        for (var ring = 0; ring < MostRings && NextTimer() is { } due && due <= until; ring++)
        {
            var command = new CaseCommand.Ring { By = Ringing.Itself, At = due };
            var told = FactsFor(current, command);
            var answer = CaseDecider.Decide(process, current, command, told);
            asked.Add(new AskedInScenario(current, command, told, answer));
            if (answer is Decision.Accepted(var events))
            {
                Happen(events);
            }
        }
    }

    private DateTimeOffset? NextTimer() =>
        current is null ? null : CaseTimers.Of(current).Select(timer => (DateTimeOffset?)timer.Due).Min();

    private void Happen(ImmutableArray<CaseEvent> events)
    {
        history.AddRange(events);
        current = events.Aggregate(current, CaseHistory.Evolve);
        rule = events.OfType<CaseEvent.Queued>().LastOrDefault() is { } queued ? queued.Because?.Rule : rule;
    }

    private ImmutableArray<Difference> AnswerDiffers(ScenarioStep step, CaseCommand command)
    {
        // A scenario takes back whatever came last.
        command = command is CaseCommand.Undo undo ? undo with { Token = current?.LastChange?.Token } : command;
        var told = FactsFor(current, command) with { Survivor = step.Survivor };
        var answer = CaseDecider.Decide(process, current, command, told);
        asked.Add(new AskedInScenario(current, command, told, answer));
        if (answer is Decision.Accepted(var events))
        {
            Happen(events);
        }

        return AnswerCheck.Differences(step, answer, current);
    }

    // Who the case is for, or will be by the command.
    private CaseFacts FactsFor(Case? about, CaseCommand? command)
    {
        var (customer, contact) = command switch
        {
            CaseCommand.Create create => (create.Customer, create.Contact),
            CaseCommand.Edit { Changes: var changes } => (
                IdIn(changes, "customer", about?.Customer),
                IdIn(changes, "contact", about?.Contact)
            ),
            _ => (about?.Customer, about?.Contact),
        };
        return new CaseFacts
        {
            Customer = Person(customer),
            Contact = Person(contact),
            Entitlements = scenario.Entitlements.IsEmpty ? null : scenario.Entitlements,
            Teams = teams,
            Undo = command is null or CaseCommand.Undo ? UndoFacts.Of(history) : null,
        };
    }

    private static Guid? IdIn(ImmutableSortedDictionary<string, FieldValue?> changes, string key, Guid? otherwise) =>
        !changes.TryGetValue(key, out var value) ? otherwise
        : value is FieldValue.Text(var id) ? Guid.Parse(id)
        : null;

    private CustomerFacts? Person(Guid? id) => id is { } known ? scenario.People.GetValueOrDefault(known) : null;
}
