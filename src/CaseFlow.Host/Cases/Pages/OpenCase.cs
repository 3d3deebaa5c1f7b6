using CaseFlow.Engine.Processes;
using CaseFlow.Host.Customers.Pages;
using CaseFlow.Host.People;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases.Pages;

/// <summary>The case that a page is open on, as it was read last, for all parts of the page.</summary>
/// <param name="ETag">Of what was read.</param>
/// <param name="Process">The definition that the case runs by now.</param>
/// <param name="People">What people are called.</param>
public sealed record OpenCase(
    CaseModel Case,
    string ETag,
    CaseProcess Process,
    PathModel Path,
    ImmutableArray<CommandModel> Commands,
    ImmutableArray<ClockModel> Clocks,
    ImmutableArray<ActivityModel> Activities,
    CardModel? Card,
    PeopleNames People
)
{
    public string Address => AddressOf(Case.Id);

    public static string AddressOf(Guid id) => $"/api/cases/{id}";

    public string StatusTitle(string key) => Process.FindStatus(key)?.Title.In(Words.Language) ?? key;

    public string StageTitle(string key) => Process.FindStage(key)?.Title.In(Words.Language) ?? key;

    public string QueueTitle(string key) => Process.FindQueue(key)?.Title.In(Words.Language) ?? key;

    public string KpiTitle(string name) => Process.TitleOfKpi(name).In(Words.Language);

    /// <summary>What the person knows a key by: a field, a status, a stage, a queue, a step.</summary>
    public string NameOf(string key) =>
        Process.FindField(key) is { } field ? Labels.Of(field)
        : Process.FindStatus(key) is not null ? StatusTitle(key)
        : Process.FindStage(key) is not null ? StageTitle(key)
        : Process.FindQueue(key) is not null ? QueueTitle(key)
        : key.Split(": ") is [_, var of] ? NameOf(of)
        : CaseTexts.Of(key);

    /// <summary>Everything that could be asked under this name.</summary>
    public IEnumerable<CommandModel> Those(string command) => Commands.Where(one => one.Command == command);

    public bool May(string command) => Those(command).Any(one => one.Allowed);

    public CustomerRecord? Customer => Card?.Customer;

    public CustomerRecord? Contact =>
        Case.ContactId is { } id
            ? Card?.Contacts.FirstOrDefault(one => one.Id == id) ?? (Customer?.Id == id ? Customer : null)
            : null;
}

/// <summary>What fields and their values are called.</summary>
internal static class Labels
{
    /// <summary>The definition's own label, and for what every process has that of the pages.</summary>
    public static string Of(FieldDefinition field) =>
        field.Declared ? field.Label.In(Words.Language) : CaseTexts.Of(field.Key);

    /// <summary>A value as the person reads it.</summary>
    public static string? Of(FieldDefinition field, string? value) =>
        value is null ? null
        : field.Type is FieldType.Boolean || (field.Type is FieldType.Choice && !field.Declared) ? CaseTexts.Of(value)
        : value;

    /// <inheritdoc cref="Of(FieldDefinition, string)"/>
    public static string? Of(CaseProcess process, FieldDefinition field, string? value) =>
        field.Key == "subject" && process.Parts.Subjects.Find(value) is { } subject
            ? subject.Title.In(Words.Language)
            : Of(field, value);

    /// <summary>The choices of a field, each with what it is called.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Options(FieldDefinition field) =>
        field.Type is FieldType.Boolean
            ? [new("true", CaseTexts.Of("true")), new("false", CaseTexts.Of("false"))]
            : [.. field.Choices.Select(choice => KeyValuePair.Create(choice, Of(field, choice)!))];
}
