using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Logs;

/// <summary>
/// Which command an event of a log stands for. What a log cannot know (the customer, the role of who acted, the text of a
/// resolution, the surviving case of a merge) is taken as given, so that the process's own rules alone decide.
/// </summary>
internal static class EventCommands
{
    private const string Resolution = "As the log tells.";
    private const Role EveryRole = Role.Agent | Role.Supervisor | Role.Designer | Role.Admin | Role.Automation;

    private static readonly Guid Customer = new("00000000-0000-0000-0000-0000000000c0");
    private static readonly CaseId Survivor = new(new Guid("00000000-0000-0000-0000-0000000000ca"));

    public static CaseFacts Told { get; } =
        new()
        {
            Customer = new CustomerFacts(Customer, "account", "Log", null, null, null, null),
            Survivor = new SurvivorFacts(Survivor, CaseState.Active),
        };

    public static Actor Actor(LoggedEvent happened) => new(happened.By.Length == 0 ? "log" : happened.By, EveryRole);

    public static CaseCommand ThatCreates(
        CaseProcess process,
        CaseId id,
        string loggedId,
        string status,
        LoggedEvent happened
    ) =>
        new CaseCommand.Create(
            id,
            loggedId,
            $"Case {LogText.Clean(loggedId)}",
            Customer,
            null,
            LoggedFields.Read(process, happened),
            status,
            RouteNow: false
        )
        {
            By = Actor(happened),
            At = happened.At,
        };

    /// <summary>Within a state the status moves; from one state to another it takes the command of its own.</summary>
    public static CaseCommand ThatLeads(CaseProcess process, Case current, string to, LoggedEvent happened) =>
        (current.State, process.FindStatus(to)) switch
        {
            (CaseState.Active, { State: CaseState.Resolved }) or (CaseState.Cancelled, { State: CaseState.Resolved }) =>
                new CaseCommand.Resolve(to, Resolution, null, LoggedFields.Read(process, happened))
                {
                    By = Actor(happened),
                    At = happened.At,
                },
            (CaseState.Active, { State: CaseState.Cancelled } target) => Cancel(target, happened),
            (CaseState.Resolved, { State: CaseState.Cancelled } target) => Cancel(target, happened),
            (not CaseState.Active, { State: CaseState.Active }) => new CaseCommand.Reactivate(to, null)
            {
                By = Actor(happened),
                At = happened.At,
            },
            _ => new CaseCommand.MoveStatus(
                to,
                current.State == CaseState.Active ? LoggedFields.Read(process, happened) : FieldValues.Empty
            )
            {
                By = Actor(happened),
                At = happened.At,
            },
        };

    private static CaseCommand.Cancel Cancel(StatusDefinition target, LoggedEvent happened) =>
        new(target.Key, target.IsMerged ? Survivor : null) { By = Actor(happened), At = happened.At };
}
