using System.Globalization;
using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases;

/// <summary>What the conditions of a process can name, and how those names are filled for one evaluation.</summary>
public sealed class CaseConditions
{
    private const int CaseSlot = 0;
    private const int CustomerSlot = 1;
    private const int ContactSlot = 2;
    private const int EntitlementSlot = 3;
    private const int QueueSlot = 4;
    private const int ActorSlot = 5;
    private const int NowSlot = 6;
    private const int EventSlot = 7;

    private static readonly CelType OptionalText = new CelType.Nullable(CelType.String);
    private static readonly CelType OptionalTime = new CelType.Nullable(CelType.Timestamp);

    private static readonly CelObjectType CustomerType = Person("customer");
    private static readonly CelObjectType ContactType = Person("contact");

    private static readonly CelObjectType EntitlementType = new(
        "entitlement",
        [
            Member<EntitlementFacts>("id", CelType.String, one => CelValue.Of(one.Id.ToString())),
            Member<EntitlementFacts>("name", CelType.String, one => CelValue.Of(one.Name)),
            Member<EntitlementFacts>("level", OptionalText, one => CelValue.Of(one.Level)),
            Member<EntitlementFacts>("sla", OptionalText, one => CelValue.Of(one.Sla)),
            Member<EntitlementFacts>(
                "allocation",
                CelType.String,
                one => CelValue.Of(EntitlementWords.Of(one.Allocation))
            ) with
            {
                KnownValues = EntitlementWords.Allocations,
            },
            Member<EntitlementFacts>(
                "remaining",
                CelType.Double,
                one => CelValue.Of((double)Units.ToTerms(one.Total.Remaining))
            ),
        ]
    );

    private static readonly CelObjectType QueueType = new(
        "queue",
        [
            Member<QueueDefinition>("key", CelType.String, queue => CelValue.Of(queue.Key)),
            Member<QueueDefinition>("title", CelType.String, queue => CelValue.Of(queue.Title.Text)),
        ]
    );

    private static readonly CelObjectType ActorType = new(
        "actor",
        [
            Member<Actor>("user", CelType.String, actor => CelValue.Of(actor.User)),
            Member<Actor>(
                "roles",
                new CelType.List(CelType.String),
                actor => CelValue.ListOf(RoleNames.Of(actor.Roles))
            ),
        ]
    );

    private readonly ConditionScope scope;
    private readonly CelObjectType caseType;
    private readonly ProcessParts parts;

    internal CaseConditions(ConditionScope scope, ProcessParts parts)
    {
        this.scope = scope;
        this.parts = parts;
        caseType = ((CelType.Object)scope.Variables[CaseSlot].Type).Of;

        var routing = parts.Routing.SelectMany(rule => rule.When).ToList();
        RoutingReadsPeople = routing.Exists(ReadsPeople);
        ClocksReadPeople = parts.Sla.SelectMany(rule => rule.When.Concat(rule.Pauses ?? [])).Any(ReadsPeople);
        ReadEntitlement = All(parts).Any(condition => Reads(condition, "entitlement"));
        Slas = SlaNames.In(All(parts));
        RoutingReadsEntitlement = routing.Exists(condition => Reads(condition, "entitlement"));
        RoutingReadsActor = routing.Exists(condition => Reads(condition, "actor"));
        AutomationReadsPeople = parts.Automation.Any(rule => rule.ReadsPeople);
        MovesReadPeople =
            parts.Transitions.SelectMany(transition => transition.When).Any(ReadsPeople)
            || parts
                .Stages.SelectMany(stage => stage.Enter.Concat(stage.Steps.SelectMany(step => step.When)))
                .Any(ReadsPeople);
        ActionsReadPeople = parts.Actions.Any(action =>
            action switch
            {
                CaseAction.Route => RoutingReadsPeople,
                CaseAction.ToStatus or CaseAction.ToStage => MovesReadPeople,
                _ => false,
            }
        );
    }

    /// <summary>Some routing rule names the entitlement.</summary>
    public bool RoutingReadsEntitlement { get; }

    /// <summary>The SLAs that an entitlement can supply.</summary>
    public ImmutableSortedSet<string> Slas { get; }

    /// <summary>Some condition names the entitlement.</summary>
    public bool ReadEntitlement { get; }

    /// <summary>Some transition, gate or step names the customer or the contact.</summary>
    public bool MovesReadPeople { get; }

    /// <summary>Some SLA rule names the customer or the contact.</summary>
    public bool ClocksReadPeople { get; }

    /// <summary>Some automation rule names the customer or the contact.</summary>
    public bool AutomationReadsPeople { get; }

    /// <summary>Something that the case does by itself comes to a condition that names the customer or the contact.</summary>
    public bool ActionsReadPeople { get; }

    /// <summary>Some routing rule names the customer or the contact.</summary>
    public bool RoutingReadsPeople { get; }

    /// <summary>Some routing rule asks who routes.</summary>
    public bool RoutingReadsActor { get; }

    /// <summary>The names that the conditions of a process with these fields, statuses, stages, queues and subjects can use.</summary>
    public static ConditionScope Scope(
        ImmutableArray<FieldDefinition> fields,
        ImmutableArray<string> statuses,
        ImmutableArray<string> stages,
        ImmutableArray<string> queues,
        SubjectTree subjects
    ) =>
        new(
            new ConditionVariable("case", new CelType.Object(CaseType(fields, statuses, stages, queues, subjects))),
            new ConditionVariable("customer", new CelType.Object(CustomerType)),
            new ConditionVariable("contact", new CelType.Object(ContactType)),
            new ConditionVariable("entitlement", new CelType.Object(EntitlementType)),
            new ConditionVariable("queue", new CelType.Object(QueueType)),
            new ConditionVariable("actor", new CelType.Object(ActorType)),
            new ConditionVariable("now", CelType.Timestamp)
        );

    /// <summary>The facts for this case, for one caller: they are reused between conditions, not between threads.</summary>
    public ConditionFacts Facts(Case about, CaseFacts told, Actor actor, DateTimeOffset now) =>
        Fill(new ConditionFacts(scope), about, told, actor, now);

    /// <summary>The same for the conditions of an automation rule, which also see what happened.</summary>
    public ConditionFacts Facts(
        AutomationRule rule,
        CaseEvent happened,
        Case about,
        CaseFacts told,
        Actor actor,
        DateTimeOffset now
    ) =>
        Fill(new ConditionFacts(rule.Scope), about, told, actor, now)
            .Set(EventSlot, EventVariable.Of(happened, rule.Scope));

    private ConditionFacts Fill(ConditionFacts facts, Case about, CaseFacts told, Actor actor, DateTimeOffset now)
    {
        facts.Set(CaseSlot, CelValue.Object(caseType, about));
        facts.Set(CustomerSlot, CelValue.Object(CustomerType, told.Customer));
        facts.Set(ContactSlot, CelValue.Object(ContactType, told.Contact));
        facts.Set(EntitlementSlot, CelValue.Object(EntitlementType, EntitlementOf(about, told)));
        facts.Set(QueueSlot, CelValue.Object(QueueType, QueueOf(about)));
        facts.Set(ActorSlot, CelValue.Object(ActorType, actor));
        facts.Set(NowSlot, CelValue.Of(now));
        return facts;
    }

    internal static bool ReadsPeople(Condition condition) =>
        Reads(condition, "customer") || Reads(condition, "contact");

    internal static bool Reads(Condition condition, string variable) =>
        condition.Names.Any(name => name.StartsWith(variable, StringComparison.Ordinal));

    private static IEnumerable<Condition> All(ProcessParts parts) =>
        [
            .. parts.Routing.SelectMany(rule => rule.When),
            .. parts.Transitions.SelectMany(transition => transition.When),
            .. parts.Stages.SelectMany(stage => stage.Enter.Concat(stage.Steps.SelectMany(step => step.When))),
            .. parts.Sla.SelectMany(rule => rule.When.Concat(rule.Pauses ?? [])),
            .. parts.Automation.SelectMany(rule => rule.When),
        ];

    private static EntitlementFacts? EntitlementOf(Case about, CaseFacts told)
    {
        foreach (var one in told.Entitlements ?? [])
        {
            if (one.Id == about.Entitlement)
            {
                return one;
            }
        }

        return null;
    }

    private QueueDefinition? QueueOf(Case about)
    {
        foreach (var queue in parts.Queues)
        {
            if (queue.Key == about.Queue)
            {
                return queue;
            }
        }

        return null;
    }

    private static CelObjectType CaseType(
        ImmutableArray<FieldDefinition> fields,
        ImmutableArray<string> statuses,
        ImmutableArray<string> stages,
        ImmutableArray<string> queues,
        SubjectTree subjects
    )
    {
        var declared = new CelObjectType(
            "case.fields",
            fields.Where(field => field.Declared).Select(field => FieldMember(field, values => (FieldValues)values))
        );

        return new CelObjectType(
            "case",
            [
                Member<Case>("id", CelType.String, about => CelValue.Of(about.Id.ToString())),
                Member<Case>("ticket", CelType.String, about => CelValue.Of(about.Ticket)),
                Member<Case>("process", CelType.String, about => CelValue.Of(about.Process)),
                Member<Case>("title", CelType.String, about => CelValue.Of(about.Title)),
                Member<Case>("customer", CelType.String, about => CelValue.Of(about.Customer.ToString())),
                Member<Case>("contact", OptionalText, about => CelValue.Of(about.Contact?.ToString())),
                Member<Case>("state", CelType.String, about => CelValue.Of(StateNames.Of(about.State))) with
                {
                    KnownValues = StateNames.All,
                },
                Member<Case>("status", CelType.String, about => CelValue.Of(about.Status)) with
                {
                    KnownValues = statuses,
                },
                Member<Case>("statusSince", CelType.Timestamp, about => CelValue.Of(about.StatusSince)),
                Member<Case>("stage", OptionalText, about => CelValue.Of(about.Stage)) with
                {
                    KnownValues = stages,
                },
                Member<Case>("stageSince", OptionalTime, about => Time(about.StageSince)),
                Member<Case>("queue", OptionalText, about => CelValue.Of(about.Queue)) with
                {
                    KnownValues = queues,
                },
                Member<Case>("queuedSince", OptionalTime, about => Time(about.QueuedSince)),
                Member<Case>("worker", OptionalText, about => CelValue.Of(about.Worker)),
                Member<Case>("owner", OptionalText, about => CelValue.Of(about.Owner)),
                Member<Case>("team", OptionalText, about => CelValue.Of(about.Team)),
                Member<Case>("createdAt", CelType.Timestamp, about => CelValue.Of(about.CreatedAt)),
                Member<Case>("createdBy", CelType.String, about => CelValue.Of(about.CreatedBy)),
                Member<Case>("modifiedAt", CelType.Timestamp, about => CelValue.Of(about.ModifiedAt)),
                Member<Case>("openActivities", CelType.Int, about => CelValue.Of((long)about.OpenActivities.Length)),
                .. fields
                    .Where(field => field.BuiltIn)
                    .Select(field => FieldMember(field, about => ((Case)about).Fields)),
                Member<Case>(
                    "subjects",
                    new CelType.List(CelType.String),
                    about => CelValue.ListOf(SubjectsOf(about, subjects))
                ) with
                {
                    KnownValues = [.. subjects.All.Select(subject => subject.Key)],
                },
                Member<Case>("fields", new CelType.Object(declared), about => CelValue.Object(declared, about.Fields)),
            ]
        );
    }

    private static ImmutableArray<string> SubjectsOf(Case about, SubjectTree subjects) =>
        about.Fields[BuiltInFields.Subject] is FieldValue.Text(var subject) ? subjects.Path(subject) : [];

    private static CelMember FieldMember(FieldDefinition field, Func<object, FieldValues> valuesOf)
    {
        var key = field.Key;
        var type = field.Type switch
        {
            FieldType.Integer => CelType.Int,
            FieldType.Decimal => CelType.Double,
            FieldType.Boolean => CelType.Bool,
            FieldType.Date or FieldType.Time => CelType.Timestamp,
            _ => CelType.String,
        };
        Func<FieldValue?, CelValue> read = field.Type is FieldType.Date or FieldType.Time ? ReadTime : Read;

        return new CelMember(key, new CelType.Nullable(type), source => read(valuesOf(source)[key]))
        {
            KnownValues = field.Choices.IsEmpty ? default : field.Choices,
        };
    }

    private static CelValue Read(FieldValue? value) =>
        value switch
        {
            FieldValue.Text(var text) => CelValue.Of(text),
            FieldValue.Integer(var whole) => CelValue.Of(whole),
            FieldValue.Decimal(var number) => CelValue.Of((double)number),
            FieldValue.Boolean(var flag) => CelValue.Of(flag),
            _ => CelValue.Null,
        };

    private static CelValue ReadTime(FieldValue? value) =>
        value is FieldValue.Text(var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? CelValue.Of(at)
            : CelValue.Null;

    private static CelObjectType Person(string name) =>
        new(
            name,
            [
                Member<CustomerFacts>("id", CelType.String, person => CelValue.Of(person.Id.ToString())),
                Member<CustomerFacts>("kind", CelType.String, person => CelValue.Of(person.Kind)) with
                {
                    KnownValues = ["account", "contact"],
                },
                Member<CustomerFacts>("name", CelType.String, person => CelValue.Of(person.Name)),
                Member<CustomerFacts>("email", OptionalText, person => CelValue.Of(person.Email)),
                Member<CustomerFacts>("phone", OptionalText, person => CelValue.Of(person.Phone)),
                Member<CustomerFacts>("tier", OptionalText, person => CelValue.Of(person.Tier)),
                Member<CustomerFacts>("account", OptionalText, person => CelValue.Of(person.Account?.ToString())),
            ]
        );

    private static CelMember Member<T>(string name, CelType type, Func<T, CelValue> get) =>
        new(name, type, source => get((T)source));

    private static CelValue Time(DateTimeOffset? at) => at is { } known ? CelValue.Of(known) : CelValue.Null;
}
