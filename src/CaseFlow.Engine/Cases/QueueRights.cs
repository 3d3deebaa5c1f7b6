using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases;

/// <summary>Who sees what waits in a queue and may pick it.</summary>
public static class QueueRights
{
    private const Role SeeAll = Role.Supervisor | Role.Admin | Role.Automation;

    public static bool SeesAll(Actor by) => (by.Roles & SeeAll) != Role.None;

    /// <param name="teams">The teams that he is in.</param>
    public static bool MaySee(QueueDefinition queue, Actor by, ImmutableArray<string> teams) =>
        !queue.IsPrivate || SeesAll(by) || queue.Includes(by.User, teams);
}
