using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Scenarios.Reading.Keys;

namespace CaseFlow.Engine.Scenarios.Reading;

/// <summary>Reads one scenario from its beginning to its end: who acts, the time, and the customer go on from step to step.</summary>
internal sealed class CourseReader
{
    private readonly string file;
    private readonly CaseProcess process;
    private readonly FileKeys keys;
    private readonly ProblemList problems;
    private readonly PeopleReader people;
    private readonly FieldValueReader fields;
    private readonly CommandReader commands;
    private readonly ExpectationReader expectations;

    private Actor by = ActorReader.Somebody;
    private DateTimeOffset now;
    private CustomerFacts? customer;
    private EntitlementFacts? entitlement;

    public CourseReader(string file, CaseProcess process, FileKeys keys, ProblemList problems)
    {
        (this.file, this.process, this.keys, this.problems) = (file, process, keys, problems);
        people = new PeopleReader(problems);
        fields = new FieldValueReader(process, problems);
        commands = new CommandReader(keys, fields, people);
        expectations = new ExpectationReader(file, process, new CanReader(file, keys, problems), fields, keys.Expected);
    }

    public Scenario Read(YamlMapping entry)
    {
        var name = entry.At(FileKeys.Scenario).AsText() ?? "";
        var (steps, refused, then) = (entry.At(FileKeys.Steps), entry.At(RefusedKeys.Refused), entry.At(keys.Then));
        Check(entry, steps, refused, then);

        var course = ImmutableArray.CreateBuilder<ScenarioStep>();
        course.Add(ReadGiven(entry, refused));
        course.AddRange(steps.Many().Select(ReadStep));
        if (then is not null)
        {
            course.Add(Pass(then, "then") with { IsEnd = true, Then = expectations.Read(then, by, now) });
        }

        return new Scenario(name, entry.PlaceIn(file), course.DrainToImmutable())
        {
            People = people.All,
            Entitlements = entitlement is null ? [] : [entitlement],
        };
    }

    private void Check(YamlMapping entry, YamlNode? steps, YamlNode? refused, YamlNode? then)
    {
        if ((steps, refused, then) is (null, null, null))
        {
            problems.Add(
                entry.Start,
                ProblemCodes.ChecksNothing,
                "this scenario checks nothing; add 'steps' and 'then'"
            );
        }
        else if (refused is not null && (steps ?? then) is { } further)
        {
            problems.Add(
                further.Start,
                ProblemCodes.Contradiction,
                "'refused' here says that the case is not even created, so nothing can follow; "
                    + "put 'refused' at the step that is meant"
            );
        }
    }

    private ScenarioStep ReadGiven(YamlMapping entry, YamlNode? refused)
    {
        var given = entry.At(FileKeys.GivenCase);
        by = ActorReader.Read(given, by);
        now = TimeReader.Read(given.At(GivenKeys.At), problems);
        customer = given.At(GivenKeys.Customer) is { } named ? people.ReadCustomer(named) : people.Somebody();
        entitlement = ReadEntitlement(given.At(GivenKeys.Entitlement), customer);
        var create = new CaseCommand.Create(
            Survivors.Itself,
            process.Parts.Ticket.Write(1, now),
            given.At(GivenKeys.Title).AsText() ?? "A case",
            customer?.Id,
            people.ReadContact(given.At(GivenKeys.Contact), customer)?.Id,
            fields.ReadFilled(given, keys.Given.Fields, judged: refused is null),
            given.At(StepKeys.Status).AsText(),
            RouteNow: given.At(GivenKeys.Route) is not YamlScalar { Flag: false }
        )
        {
            By = by,
            At = now,
        };
        return new ScenarioStep((given ?? entry).PlaceIn(file), "given", create)
        {
            Refused = RefusedReader.Read(refused, file),
        };
    }

    // The case gets it by itself, as it does the one that a customer has by default.
    private static EntitlementFacts? ReadEntitlement(YamlNode? node, CustomerFacts? customer) =>
        node is null || customer is null
            ? null
            : new()
            {
                Id = Survivors.Itself.Value,
                Customer = customer.Id,
                Name = node.At(EntitlementKeys.Name).AsText() ?? node.At(EntitlementKeys.Sla).AsText() ?? "Entitlement",
                Sla = node.At(EntitlementKeys.Sla).AsText(),
                Level = node.At(EntitlementKeys.Level).AsText(),
                Starts = DateOnly.MinValue,
                Ends = DateOnly.MaxValue,
                TimeZone = "UTC",
                Allocation = Allocation.Cases,
                DecreaseOn = Decrease.Resolution,
                IsRestricted = false,
                IsDefault = true,
                State = EntitlementState.Activated,
                Total = new("", 0, 0),
            };

    private ScenarioStep ReadStep(YamlNode step)
    {
        if (step.At(StepKeys.After) is { } after)
        {
            now += DurationReader.Read(after, "'after'", problems);
            return Pass(step, $"after: {after.AsText()}") with
            {
                Until = now,
                Then = expectations.Read(step.At(keys.Then), by, now),
            };
        }

        var name =
            step.AsText()
            ?? keys.Step.Commands.FirstOrDefault(key => (step as YamlMapping)?[key.Name] is not null)?.Name;
        return name is not null && keys.Step.Commands.Any(key => key.Name == name)
            ? ReadCommand(step, name)
            : Pass(step, "");
    }

    private ScenarioStep ReadCommand(YamlNode step, string name)
    {
        var input = (step as YamlMapping)?[name] ?? new YamlScalar(step.Start, "");
        var actor = ActorReader.Read(step, by);
        var refused = RefusedReader.Read(step.At(RefusedKeys.Refused), file);
        var command = commands.Read(name, input, customer, judged: refused is null, actor, now);
        if (
            refused is null
            && command is CaseCommand.Edit { Changes: var changes }
            && changes.GetValueOrDefault("customer") is FieldValue.Text(var id)
        )
        {
            customer = people.All[Guid.Parse(id)];
        }

        return new ScenarioStep(step.PlaceIn(file), Text(name, input), command)
        {
            Survivor = Survivors.Find(CommandReader.Other(name, input)).Facts,
            Refused = refused,
            Then = expectations.Read(step.At(keys.Then), actor, now),
        };
    }

    private ScenarioStep Pass(YamlNode at, string text) => new(at.PlaceIn(file), text, Command: null);

    private static string Text(string name, YamlNode input) =>
        (input.AsText() ?? input.At(StepKeys.To).AsText() ?? input.At(StepKeys.Status).AsText()) is { } target
            ? $"{name}: {target}"
            : name;
}
