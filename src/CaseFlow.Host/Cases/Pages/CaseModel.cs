using System.Text.Json;
using CaseFlow.Host.Shell;
using CaseFlow.Host.Shell.InProcess;

namespace CaseFlow.Host.Cases.Pages;

/// <summary>A case as the page shows it.</summary>
public sealed record CaseModel(
    Guid Id,
    string Ticket,
    string Process,
    int Version,
    string Title,
    Guid CustomerId,
    Guid? ContactId,
    string? Description,
    string? Priority,
    string? Severity,
    string? Origin,
    string? Type,
    string? Product,
    string? Subject,
    ImmutableSortedDictionary<string, JsonElement> Fields,
    string State,
    string Status,
    string? Stage,
    string? Queue,
    string? Worker,
    string? Owner,
    string? Team,
    ImmutableArray<OpenActivityModel> OpenActivities,
    int ActivityMinutes,
    Guid? EntitlementId,
    decimal TermsTaken,
    bool DoNotDecrement,
    ResolutionModel? Resolution,
    Guid? MergedInto,
    ImmutableArray<MergedModel> MergedCases,
    Guid? ParentId,
    ImmutableArray<Guid> Children,
    ImmutableArray<SimilarLinkModel> SimilarCases,
    ImmutableArray<ReferenceModel> References,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    UndoModel? Undo
)
{
    public bool IsActive => State == "active";

    /// <summary>The value of a field as one types it; null where it is empty.</summary>
    public string? TextOf(string field) =>
        field switch
        {
            "title" => Title,
            "description" => Description,
            "priority" => Priority,
            "severity" => Severity,
            "origin" => Origin,
            "type" => Type,
            "product" => Product,
            "subject" => Subject,
            _ => null,
        } ?? (Fields.TryGetValue(field, out var value) ? TextOf(value) : null);

    private static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
}

/// <summary>What is still to be done.</summary>
public sealed record OpenActivityModel(Guid Id, string Kind, string Subject, DateTimeOffset? Due);

/// <summary>How it was resolved.</summary>
public sealed record ResolutionModel(string Text, int? BillableMinutes, int TotalMinutes, string By, DateTimeOffset At);

/// <summary>A case that became part of this one.</summary>
public sealed record MergedModel(Guid Id, string Ticket, DateTimeOffset At);

/// <summary>A case that was linked as similar.</summary>
public sealed record SimilarLinkModel(Guid Id, bool SolutionFound, bool IsBack);

/// <summary>What it is called elsewhere.</summary>
public sealed record ReferenceModel(string Source, string Key);

/// <summary>How the person's own last change is taken back.</summary>
public sealed record UndoModel(string Token, DateTimeOffset Until, string What);

/// <summary>Something that could be asked of the case now.</summary>
public sealed record CommandModel(
    string Command,
    string? To,
    bool Allowed,
    string? Code,
    string? Why,
    ImmutableArray<RefusedFor>? Missing,
    ImmutableArray<string>? Instead
)
{
    /// <summary>The fields that must be filled for it, where nothing else is missing: they can be given with it.</summary>
    public ImmutableArray<string> FieldsToGive =>
        Code is "resolve-blocked" or "transition-blocked"
        && Missing is { Length: > 0 } missing
        && missing.All(one => one.Kind == "field")
            ? [.. missing.Select(one => one.Name)]
            : [];

    /// <summary>It can be done, if need be with some fields.</summary>
    public bool CanBeDone => Allowed || !FieldsToGive.IsEmpty;
}

/// <summary>Where the case stands on its path.</summary>
public sealed record PathModel(string Definition, ImmutableArray<StageModel> Stages);

/// <summary>A stage of the path.</summary>
public sealed record StageModel(string Key, string Place, ImmutableArray<StepModel> Steps);

/// <summary>A step of a stage.</summary>
public sealed record StepModel(string Kind, string? Of, string Name, bool Required, bool Done);

/// <summary>A clock of the case.</summary>
public sealed record ClockModel(
    string Kpi,
    string State,
    DateTimeOffset? WarnAt,
    DateTimeOffset? FailAt,
    DateTimeOffset? EndedAt,
    int WarningsGiven,
    long? Remaining,
    ClockTargetModel? Target
);

/// <summary>What a clock promises, and what chose that.</summary>
public sealed record ClockTargetModel(
    string Rule,
    string? Sla,
    string? ChosenBy,
    ImmutableArray<string> When,
    SupplierModel? Entitlement
);

/// <summary>The entitlement that supplies an SLA.</summary>
public sealed record SupplierModel(Guid Id, string Name);

/// <summary>What pays for a case.</summary>
public sealed record EntitlementModel(
    Guid Id,
    string Name,
    string Status,
    DateOnly Ends,
    string Allocation,
    decimal Total,
    decimal Remaining,
    bool IsDefault,
    bool? Qualifies,
    ImmutableArray<WhyNotModel> WhyNot
);

/// <summary>What stands against an entitlement.</summary>
public sealed record WhyNotModel(string Code, string Detail);

/// <summary>A case that is likely the same.</summary>
public sealed record DuplicateModel(Guid Id, string Ticket, string Title, string Status, DateTimeOffset CreatedAt);

/// <summary>A case that is like this one.</summary>
public sealed record SimilarModel(
    Guid Id,
    string Ticket,
    string Title,
    string State,
    string? Resolution,
    bool SameSubject,
    bool SameProduct,
    ImmutableArray<string> Words,
    int SolutionsGiven,
    bool IsLinked
);

/// <summary>Something that happened, or that was done for the case.</summary>
public sealed record TimelineModel(int Position, JsonElement Event, AutomationModel? Automation);

/// <summary>Why a rule fired, and what came of it.</summary>
public sealed record AutomationModel(string Rule, string Event, ImmutableArray<ActionModel> Actions)
{
    /// <summary>All of it, as the person reads it.</summary>
    public string Says =>
        string.Join(' ', Actions.Select(one => one.Says).Prepend(TimelineTexts.RuleFired.With(Rule, Event)));
}

/// <summary>What came of an action of a rule.</summary>
/// <param name="Reason">Why it was refused; null where it was not.</param>
public sealed record ActionModel(string Action, int Events, string? Reason)
{
    /// <summary>All of it, as the person reads it.</summary>
    public string Says =>
        Reason is not null ? TimelineTexts.ActionWasRefused.With(Action, ReasonTexts.Say(Reason))
        : Events == 0 ? TimelineTexts.ActionChangedNothing.With(Action)
        : TimelineTexts.ActionWasDone.With(Action);
}

/// <summary>An activity of the case.</summary>
public sealed record ActivityModel(
    Guid Id,
    string Kind,
    string State,
    string Subject,
    string? Text,
    string? Direction,
    string Visibility,
    DateTimeOffset? Due,
    Guid? MergedFrom,
    int? Minutes,
    DateTimeOffset AddedAt,
    MailModel? Mail
);

/// <summary>Who sent the e-mail of an activity, and its files.</summary>
public sealed record MailModel(string From, ImmutableArray<MailFileModel> Attachments);

/// <summary>A file of an e-mail.</summary>
public sealed record MailFileModel(int Number, string Name, long Size, string? LeftOut);

/// <summary>Somebody, or a team, that a case can be given to.</summary>
public sealed record AssigneeModel(string? User, string? Team, string Name, string? Presence);

/// <summary>A user as the API shows him.</summary>
public sealed record UserModel(string Key, string Name, string Presence);

/// <summary>A team as the API shows it.</summary>
public sealed record TeamModel(string Key, string Title);

/// <summary>What was taken from my queues, and why.</summary>
public sealed record TakenModel(
    CaseModel? Case,
    string? Queue,
    string? Priority,
    DateTimeOffset? WaitedSince,
    string Why
);

/// <summary>What a case can be about.</summary>
public sealed record SubjectModel(string Key);
