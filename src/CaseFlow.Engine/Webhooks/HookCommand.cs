namespace CaseFlow.Engine.Webhooks;

/// <summary>A command as a webhook words it: its texts are filled in by each delivery.</summary>
/// <param name="Name">As in lists of what is possible.</param>
public abstract record HookCommand(string Name)
{
    public ImmutableArray<HookField> Fields { get; init; } = [];

    public sealed record Create(HookText Title, HookPerson Customer, HookPerson? Contact, string? Status, bool RouteNow)
        : HookCommand("create");

    public sealed record Edit(HookText? Title) : HookCommand("edit");

    public sealed record MoveStatus(string To) : HookCommand("status");

    public sealed record MoveStage(string To, HookText? Reason) : HookCommand("stage");

    public sealed record AddToQueue(string To) : HookCommand("queue");

    public sealed record Resolve(string? Status, HookText? Resolution, bool CancelOpenActivities)
        : HookCommand("resolve");

    public sealed record Cancel(string? Status) : HookCommand("cancel");

    public sealed record Reactivate(string? Status, HookText? Reason) : HookCommand("reactivate");

    /// <summary>Starts a workflow.</summary>
    /// <param name="Input">By the names of its inputs; a single expression keeps its type.</param>
    public sealed record Run(string Workflow, ImmutableArray<HookField> Input) : HookCommand("run");

    public sealed record AddNote(HookText? Subject, HookText Text, bool IsPublic) : HookCommand("add-note");
}

/// <summary>A field and what it is filled with.</summary>
public sealed record HookField(string Key, HookText Value);

/// <summary>Whom a case is for, as a delivery says it.</summary>
/// <param name="Name">An id, an e-mail address or a name.</param>
/// <param name="Make">What somebody unknown is made of; null where nobody is made.</param>
public sealed record HookPerson(HookText Name, NewPerson? Make);

/// <summary>What is known of somebody who is not a customer yet.</summary>
/// <param name="Kind"><c>account</c> or <c>contact</c>.</param>
public sealed record NewPerson(string Kind, HookText? Email, HookText? Phone, string? Tier);
