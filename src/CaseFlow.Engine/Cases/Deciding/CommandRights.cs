using static CaseFlow.Engine.Cases.CaseCommand;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Who may ask what at all. A process narrows it further with <c>roles</c> on its transitions.</summary>
public static class CommandRights
{
    private const Role Everyone = Role.Agent | Role.Supervisor | Role.Admin | Role.Automation;

    /// <summary>The roles that may give this command.</summary>
    public static Role MayAsk(CaseCommand command) =>
        command switch
        {
            // Only the host carries cases over, on behalf of who published, tells them the time, and offers what waits.
            Migrate or Ring or Offer => Role.Automation,
            // What was done by one is undone by who answers for it.
            Unmerge => Role.Supervisor | Role.Admin | Role.Automation,
            _ => Everyone,
        };

    internal static Refusal? Check(CaseCommand command) =>
        (MayAsk(command) & command.By.Roles) == Role.None
            ? new Refusal.RoleNotAllowed(CommandNames.Of(command), RoleNames.Of(MayAsk(command)))
            : null;
}
