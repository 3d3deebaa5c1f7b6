using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Scenarios.Reading.Keys;
using static CaseFlow.Engine.Cases.CaseCommand;

namespace CaseFlow.Engine.Scenarios.Reading;

/// <summary>Reads the commands that steps give, each in its short or its long form.</summary>
internal sealed class CommandReader(FileKeys keys, FieldValueReader fields, PeopleReader people)
{
    /// <param name="input">What stands behind the name.</param>
    /// <param name="customer">Whom the case is for at this point.</param>
    /// <param name="judged">Whether values must be such that the product takes them.</param>
    public CaseCommand Read(
        string name,
        YamlNode input,
        CustomerFacts? customer,
        bool judged,
        Actor by,
        DateTimeOffset at
    ) =>
        name switch
        {
            "edit" => new Edit(Changes(input, customer, judged)) { By = by, At = at },
            "status" => new MoveStatus(Short(input, StepKeys.To) ?? "", Fields(input, judged)) { By = by, At = at },
            "stage" => new MoveStage(Short(input, StepKeys.To) ?? "", input.At(StepKeys.Reason).AsText())
            {
                By = by,
                At = at,
            },
            "route" => new Route { By = by, At = at },
            "queue" => new AddToQueue(input.AsText() ?? "") { By = by, At = at },
            "pick" => new Pick { By = by, At = at },
            "release" => new Release { By = by, At = at },
            "unqueue" => new RemoveFromQueue { By = by, At = at },
            "find-case" => new FindCase(Seen: 0) { By = by, At = at },
            "undo" => new Undo(Token: null) { By = by, At = at },
            "assign" => ReadAssign(input, by, at),
            "add-activity" => ReadActivity(input, by, at),
            "complete-activity" => new CompleteActivity(IdOf(Short(input, StepKeys.Subject)), Spent(input))
            {
                By = by,
                At = at,
            },
            "link-similar" => new LinkSimilar(Survivors.Find(input.AsText()).Id ?? default, SolutionFound: true)
            {
                By = by,
                At = at,
            },
            "cancel-activity" => new CancelActivity(IdOf(input.AsText())) { By = by, At = at },
            "resolve" => new Resolve(
                Short(input, StepKeys.Status),
                input.At(StepKeys.Resolution).AsText(),
                Billable(input),
                Fields(input, judged),
                input.At(StepKeys.CancelOpenActivities).AsFlag()
            )
            {
                By = by,
                At = at,
            },
            "cancel" => new Cancel(Short(input, StepKeys.Status), Survivors.Find(Other(name, input)).Id)
            {
                By = by,
                At = at,
            },
            "reactivate" => new Reactivate(Short(input, StepKeys.Status), input.At(StepKeys.Reason).AsText())
            {
                By = by,
                At = at,
            },
            _ => throw new UnreachableException($"No step is called {name}."),
        };

    /// <summary>The word for the other case: that which a cancelled case becomes part of, or a similar one.</summary>
    public static string? Other(string name, YamlNode input) =>
        name == "link-similar" ? input.AsText() : input.At(StepKeys.Into).AsText();

    private ImmutableSortedDictionary<string, FieldValue?> Changes(YamlNode input, CustomerFacts? customer, bool judged)
    {
        var changes = fields.ReadAll(input, keys.Edit.Fields, judged);
        if (input.At(GivenKeys.Title).AsText() is { } title)
        {
            changes = changes.SetItem("title", new FieldValue.Text(title));
        }

        if (input.At(GivenKeys.Customer) is { } named)
        {
            customer = people.ReadCustomer(named);
            changes = changes.SetItem("customer", IdOf(customer));
        }

        return input.At(GivenKeys.Contact) is { } contact
            ? changes.SetItem("contact", IdOf(people.ReadContact(contact, customer)))
            : changes;
    }

    private static Assign ReadAssign(YamlNode input, Actor by, DateTimeOffset at)
    {
        var (user, team) =
            input is YamlMapping
                ? (input.At(StepKeys.User).AsText(), input.At(StepKeys.Team).AsText())
                : Owner.Read(input.AsText());
        return new Assign(user, team, input.At(StepKeys.Note).AsText()) { By = by, At = at };
    }

    private static AddActivity ReadActivity(YamlNode input, Actor by, DateTimeOffset at)
    {
        var kind = ActivityWords.FindKind(Short(input, StepKeys.Kind)) ?? default;
        var subject = input.At(StepKeys.Subject).AsText() ?? ActivityWords.Of(kind);
        var direction = ActivityWords.FindDirection(input.At(StepKeys.Direction).AsText());
        var content = new ActivityContent(kind, subject, null, direction, IsPublic: false, null);
        return new AddActivity(IdOf(subject), content, !input.At(StepKeys.Open).AsFlag(), Spent(input))
        {
            By = by,
            At = at,
        };
    }

    // A scenario calls its activities by their subjects.
    private static Guid IdOf(string? subject) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(subject ?? "")).AsSpan(0, 16));

    private static int? Spent(YamlNode input) => (int?)input.At(StepKeys.Minutes).AsNumber();

    // What is out of bounds has been reported.
    private static int? Billable(YamlNode input) =>
        input.At(StepKeys.BillableMinutes).AsNumber() is { } number and >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    private FieldValues Fields(YamlNode input, bool judged) => fields.ReadFilled(input, [], judged);

    private static string? Short(YamlNode input, Key key) =>
        input is YamlMapping ? input.At(key).AsText() : input.AsText();

    private static FieldValue.Text? IdOf(CustomerFacts? person) => person is null ? null : new(person.Id.ToString());
}
