using System.Collections.Frozen;

namespace CaseFlow.Engine.Cases;

/// <summary>Something that one may do or not, and the roles that may.</summary>
/// <param name="Name">As refusals and the documentation write it; of a command its own name.</param>
/// <param name="What">What it is, in words.</param>
public sealed record Right(string Name, Role Roles, string What)
{
    /// <summary>Whether it is everybody's who said who he is, also of who has no role.</summary>
    public bool IsEverybodys { get; init; }
}

/// <summary>
/// The table of rights: who may do what, at whatever door. A process narrows commands further with <c>roles</c> on its
/// transitions, and private queues hide cases; nothing widens it.
/// </summary>
public static class Rights
{
    private const Role Anyone = Role.Agent | Role.Supervisor | Role.Designer | Role.Admin | Role.Automation;
    private const Role Workers = Role.Agent | Role.Supervisor | Role.Admin | Role.Automation;
    private const Role Leads = Role.Supervisor | Role.Admin;
    private const Role Designers = Role.Designer | Role.Admin;
    private const Role Operators = Role.Supervisor | Role.Designer | Role.Admin;
    private const Role Programs = Operators | Role.Automation;

    public static Right KnowOneself { get; } =
        new("know-oneself", Anyone, "see who one is; change one's own password") { IsEverybodys = true };

    public static Right KeepKeys { get; } = new("keep-keys", Anyone, "make, list and revoke API keys of one's own");
    public static Right ReadCases { get; } = new("read-cases", Anyone, "read, list and search the cases one sees");
    public static Right FollowEvents { get; } =
        new("follow-events", Anyone, "follow what happens to the cases one sees");
    public static Right ReadQueues { get; } =
        new("read-queues", Anyone, "see the queues that are not hidden, and what is in them");
    public static Right KeepViews { get; } = new("keep-views", Anyone, "keep views of lists");
    public static Right RunBulk { get; } =
        new("run-bulk", Anyone, "have commands given to many cases; each is judged by itself");
    public static Right ReadCustomers { get; } = new("read-customers", Anyone, "read accounts and contacts");
    public static Right ChangeCustomers { get; } =
        new("change-customers", Workers, "add and change accounts and contacts");
    public static Right ReadEntitlements { get; } =
        new("read-entitlements", Anyone, "read entitlements and their ledgers");
    public static Right ChangeEntitlements { get; } =
        new("change-entitlements", Leads, "add and change entitlements and templates");
    public static Right ReadPeople { get; } = new("read-people", Anyone, "read users and teams");
    public static Right SayPresence { get; } =
        new("say-presence", Anyone, "say whether one is there for work; of others with change-people");
    public static Right ChangePeople { get; } =
        new("change-people", Leads, "add and change users and teams; deactivate users");
    public static Right GiveRights { get; } =
        new("give-rights", Role.Admin, "give and take roles and passwords; keys of others");
    public static Right ReadReports { get; } = new("read-reports", Leads, "read reports about the cases one sees");
    public static Right ReadAudit { get; } = new("read-audit", Role.Admin, "read the audit");
    public static Right ReadDefinitions { get; } = new("read-definitions", Anyone, "read processes and workflows");
    public static Right CheckDefinitions { get; } =
        new("check-definitions", Anyone, "have the text of a definition checked");
    public static Right TryDefinitions { get; } =
        new("try-definitions", Programs, "foresee what a definition would do; have its text changed");
    public static Right PublishDefinitions { get; } =
        new("publish-definitions", Designers, "publish processes and workflows");
    public static Right RunWorkflows { get; } = new("run-workflows", Anyone, "start workflows");
    public static Right PostEvents { get; } = new("post-events", Anyone, "post events that workflows wait for");
    public static Right DoTasks { get; } = new("do-tasks", Anyone, "list and complete what workflows want done");
    public static Right ReadInstances { get; } =
        new("read-instances", Anyone, "read instances of workflows and their incidents");
    public static Right MendInstances { get; } =
        new("mend-instances", Operators, "cancel instances; retry, skip and cancel incidents");
    public static Right ReadHooks { get; } = new("read-hooks", Operators, "read webhooks in and what was sent to them");
    public static Right ReplayHooks { get; } =
        new("replay-hooks", Operators, "have what was sent to a webhook worked on again");
    public static Right PostMail { get; } =
        new("post-mail", Role.Supervisor | Role.Admin | Role.Automation, "hand over e-mail to a mailbox");
    public static Right ReadMail { get; } =
        new("read-mail", Operators, "read mailboxes, what came to them and what came of it");
    public static Right HandleMail { get; } =
        new("handle-mail", Leads, "have e-mail that was not taken worked on again, or taken all the same");
    public static Right ManageSubscriptions { get; } =
        new(
            "manage-subscriptions",
            Role.Admin,
            "read and change subscriptions and their deliveries, which tell of every case"
        );

    private static readonly ImmutableArray<Right> ToAsk =
    [
        new("create", Workers, "open a case"),
        new("edit", Workers, "change its fields"),
        new("status", Workers, "move its status"),
        new("stage", Workers, "move its stage"),
        new("route", Workers, "have it sent to its queue again"),
        new("queue", Workers, "put it into a queue"),
        new("unqueue", Workers, "take it off its queue"),
        new("pick", Workers, "pick it, and take the next one of a queue"),
        new("release", Workers, "give it back to its queue"),
        new("assign", Workers, "give it to somebody"),
        new("resolve", Workers, "resolve it"),
        new("cancel", Workers, "cancel it"),
        new("reactivate", Workers, "take it up again"),
        new("add-activity", Workers, "add an activity"),
        new("complete-activity", Workers, "complete an activity"),
        new("cancel-activity", Workers, "cancel an activity"),
        new("do-not-decrement", Workers, "have it take nothing from its entitlement"),
        new("merge", Workers, "merge cases into it"),
        new("unmerge", Workers & ~Role.Agent, "undo a merge: what one did is undone by who answers for it"),
        new("undo", Workers, "take back one's own last change"),
        new("add-children", Workers, "put cases under it"),
        new("remove-child", Workers, "take a case from under it"),
        new("find-case", Workers, "look at the open cases of its customer"),
        new("link-similar", Workers, "link it with a similar case"),
        new("migrate", Role.Automation, "carry it over to another version of its process"),
        new("ring", Role.Automation, "tell it the time"),
        new("offer", Role.Automation, "offer it to somebody"),
    ];

    private static readonly FrozenDictionary<string, Right> ByCommand = ToAsk.ToFrozenDictionary(right => right.Name);

    /// <summary>The table.</summary>
    public static ImmutableArray<Right> All { get; } =
    [
        .. ToAsk,
        ReadCases,
        FollowEvents,
        ReadQueues,
        KeepViews,
        RunBulk,
        ReadCustomers,
        ChangeCustomers,
        ReadEntitlements,
        ChangeEntitlements,
        ReadPeople,
        SayPresence,
        ChangePeople,
        GiveRights,
        ReadReports,
        ReadAudit,
        KnowOneself,
        KeepKeys,
        ReadDefinitions,
        CheckDefinitions,
        TryDefinitions,
        PublishDefinitions,
        RunWorkflows,
        PostEvents,
        DoTasks,
        ReadInstances,
        MendInstances,
        ReadHooks,
        ReplayHooks,
        PostMail,
        ReadMail,
        HandleMail,
        ManageSubscriptions,
    ];

    /// <summary>The right to give a command of this name.</summary>
    public static Right To(string command) => ByCommand[command];

    public static bool May(this Actor actor, Right right) =>
        right.IsEverybodys || (actor.Roles & right.Roles) != Role.None;

    /// <summary>Why somebody may not; null where he may.</summary>
    public static Refusal? WhyNot(this Actor actor, Right right) =>
        actor.May(right) ? null : new Refusal.RoleNotAllowed(right.Name, RoleNames.Of(right.Roles));
}
