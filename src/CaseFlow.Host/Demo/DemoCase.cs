using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;

namespace CaseFlow.Host.Demo;

/// <summary>One case of the demo, walked through the same door as everybody's: what a rule forbids does not happen.</summary>
internal sealed class DemoCase(ICaseGrain grain, CaseId id, DateTimeOffset opened)
{
    private static readonly Role Roles = Role.Agent | Role.Supervisor;

    private DateTimeOffset at = opened;

    public CaseId Id => id;

    /// <summary>Time passes.</summary>
    public void Wait(TimeSpan time) => at += time;

    public bool IsIn(DateTimeOffset future) => at < future;

    public Task Open(CaseCommand.Create create, string process) => Ask(create with { At = at }, process);

    public Task Pick(string by) => Ask(new CaseCommand.Pick { By = Who(by), At = at });

    public Task Next(string by) => Ask(new CaseCommand.MoveStage("next", null) { By = Who(by), At = at });

    public Task Status(string by, string to) =>
        Ask(new CaseCommand.MoveStatus(to, FieldValues.Empty) { By = Who(by), At = at });

    public Task Set(string by, string field, FieldValue value) =>
        Ask(
            new CaseCommand.Edit(ImmutableSortedDictionary<string, FieldValue?>.Empty.Add(field, value))
            {
                By = Who(by),
                At = at,
            }
        );

    public Task Did(string by, ActivityKind kind, string subject, Direction? direction, int minutes) =>
        Add(
            by,
            new ActivityContent(kind, subject, null, direction, IsPublic: kind == ActivityKind.Email, null),
            minutes
        );

    public Task ToDo(string by, string subject, DateTimeOffset due) =>
        Add(by, new ActivityContent(ActivityKind.Task, subject, null, null, IsPublic: false, due), null);

    public Task Resolve(string by, string status, string text) =>
        Ask(
            new CaseCommand.Resolve(status, text, null, FieldValues.Empty, CancelOpenActivities: true)
            {
                By = Who(by),
                At = at,
            }
        );

    public Task Cancel(string by) => Ask(new CaseCommand.Cancel("cancelled", null) { By = Who(by), At = at });

    public Task Merge(string by, CaseId other) =>
        Ask(new CaseCommand.Merge([other], ImmutableSortedDictionary<string, CaseId>.Empty) { By = Who(by), At = at });

    private Task Add(string by, ActivityContent content, int? minutes) =>
        Ask(
            new CaseCommand.AddActivity(Guid.CreateVersion7(at), content, minutes is not null, minutes)
            {
                By = Who(by),
                At = at,
            }
        );

    private async Task Ask(CaseCommand command, string? process = null) =>
        await grain.Ask(new(new CaseRequest(command, process, null, null)));

    private static Actor Who(string user) => new(user, Roles);
}
