using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the tree of a definition, section by section: what is referred to comes before who refers to it.</summary>
/// <param name="files">The texts of the files beside the definition, by name.</param>
internal sealed class PartsReader(string file, ImmutableSortedDictionary<string, string> files, ProblemList problems)
{
    public ProcessParts? Read(YamlNode root, string text, string hash)
    {
        var shapes = new ShapeCheck(problems);
        shapes.Check(root, new Shape.Keys(ProcessKeys.Section), "the process");
        if (root is not YamlMapping mapping || shapes.PastLimits)
        {
            return null;
        }

        var fields = new FieldReader(problems);
        fields.Read(root.At(ProcessKeys.Fields));
        var subjectReader = new SubjectReader(problems);
        var subjects = subjectReader.Read(root.At(ProcessKeys.Subjects));
        subjectReader.Apply(root.At(ProcessKeys.Subjects), subjects, fields, root.At(ProcessKeys.Fields));
        var statusReader = new StatusReader(problems);
        var statuses = statusReader.Read(root.At(ProcessKeys.Statuses));
        var calendarReader = new CalendarReader(files, problems);
        var calendars = calendarReader.Read(root.At(ProcessKeys.Calendars));
        var calendarNames = Known(
            "calendar",
            ProblemCodes.UnknownCalendar,
            root.At(ProcessKeys.Calendars).Entries().Select(entry => entry.Name),
            IsReadable(ProcessKeys.Calendars)
        );

        var queues = new QueueReader(calendarNames, calendars, problems).Read(root.At(ProcessKeys.Queues));

        var fieldNames = Known(
            "field",
            ProblemCodes.UnknownField,
            fields.Fields.Select(field => field.Key),
            IsReadable(ProcessKeys.Fields)
        );
        var statusNames = Known(
            "status",
            ProblemCodes.UnknownStatus,
            statuses.Select(status => status.Key),
            StatusReader.IsComplete(mapping[ProcessKeys.Statuses.Name])
        );
        var activeStatuses = Known(
            "active status",
            ProblemCodes.UnknownStatus,
            statuses.Where(status => status.State == CaseState.Active).Select(status => status.Key),
            StatusReader.IsComplete(mapping[ProcessKeys.Statuses.Name])
        );
        var queueNames = Known(
            "queue",
            ProblemCodes.UnknownQueue,
            queues.Select(queue => queue.Key),
            IsReadable(ProcessKeys.Queues)
        );
        new OverflowCheck(queueNames, problems).Check(root.At(ProcessKeys.Queues));
        var stageNames = Known(
            "stage",
            ProblemCodes.UnknownStage,
            StageReader.Entries(root.At(ProcessKeys.Stages)).Select(entry => entry.Name),
            mapping[ProcessKeys.Stages.Name] is null or YamlSequence
        );

        var scope = CaseConditions.Scope(fields.Fields, statusNames.All, stageNames.All, queueNames.All, subjects);
        var conditions = new ConditionReader(scope, fields, problems);
        var waits = new WaitReader(calendarNames, calendars, problems);
        var transitions = new TransitionReader(statuses, statusNames, fieldNames, conditions, waits, problems).Read(
            root.At(ProcessKeys.Transitions)
        );
        var isGraphSound = IsSound(mapping, ProcessKeys.Statuses) && IsSound(mapping, ProcessKeys.Transitions);
        if (isGraphSound)
        {
            new StatusGraphCheck(statusReader.Places, problems).Check(statuses, transitions);
        }

        var names = new EventNames(statusNames.All, stageNames.All, queueNames.All, KpisIn(root));
        var events = new EventReader(names, problems);
        var eventCheck = new EventCheck(statuses, transitions, names, problems) { IsSound = isGraphSound };
        var actions = new ActionReader(fields.Fields, fieldNames, statusNames, stageNames, queueNames, problems);

        var parts = new ProcessParts
        {
            Key = ReadKey(root.At(ProcessKeys.Process)) ?? "",
            Hash = hash,
            Source = text,
            Title = Labels.Read(root.At(ProcessKeys.Title), ""),
            Ticket = TicketReader.Read(root.At(ProcessKeys.Ticket), problems) ?? new TicketFormat("{number}"),
            Fields = fields.Fields,
            Subjects = subjects,
            Statuses = statuses,
            Transitions = transitions,
            Stages = new StageReader(new StepReader(fieldNames, conditions, problems), conditions, problems).Read(
                root.At(ProcessKeys.Stages)
            ),
            Queues = queues,
            Routing = new RoutingReader(queueNames, conditions, problems).Read(root.At(ProcessKeys.Routing)),
            Policies = new PolicyReader(fieldNames, activeStatuses, problems).Read(root.At(ProcessKeys.Policies)),
            Migrate = new MigrationReader(problems).Read(
                root.At(ProcessKeys.Migrate),
                statusNames,
                stageNames,
                queueNames
            ),
            Calendars = calendars,
            Sla = new SlaReader(calendarNames, conditions, events, waits, actions, problems).Read(
                root.At(ProcessKeys.Sla),
                new SlaCheck(statuses, eventCheck, problems)
            ),
            Files = calendarReader.Used,
            Scope = scope,
        };
        return parts with
        {
            Automation = new AutomationReader(scope, fields, names, events, eventCheck, actions, problems).Read(
                root.At(ProcessKeys.Automation),
                new AutomationLoopCheck(parts, problems)
            ),
        };

        bool IsReadable(Key section) => mapping[section.Name] is null or YamlMapping;

        KnownNames Known(string noun, string code, IEnumerable<string> names, bool isComplete) =>
            new(noun, code, names, problems) { IsComplete = isComplete };
    }

    private static ImmutableArray<string> KpisIn(YamlNode root) =>
        [
            .. root.At(ProcessKeys.Sla)
                .Many()
                .Select(rule => rule.At(SlaKeys.Kpi).AsText())
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    private string? ReadKey(YamlNode? node)
    {
        if (node.AsScalar() is { } key && Shape.Name.Fits(key.Value) && file != key.Value + ProcessReader.FileEnding)
        {
            problems.Add(
                key.Start,
                ProblemCodes.WrongFileName,
                $"process '{key.Value}' belongs into the file '{key.Value}{ProcessReader.FileEnding}', and this one is '{file}'"
            );
        }

        return node.AsText();
    }

    // What a section's own mistakes have left out of it would look like further mistakes in the graph of statuses.
    private bool IsSound(YamlMapping root, Key section)
    {
        if (root.Entries.FirstOrDefault(entry => entry.Name == section.Name) is not { } entry)
        {
            return false;
        }

        var next = root
            .Entries.Select(other => other.Key.Start.Line)
            .Where(line => line > entry.Key.Start.Line)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        return !problems.AnyBetween(
            entry.Key.Start.Line,
            next,
            [ProblemCodes.Condition, ProblemCodes.NeverHolds, ProblemCodes.UnknownField, ProblemCodes.Language]
        );
    }
}
