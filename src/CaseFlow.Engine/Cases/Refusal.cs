namespace CaseFlow.Engine.Cases;

/// <summary>What kind of no it is; doors turn it into their own numbers.</summary>
public enum RefusalKind
{
    /// <summary>The command itself is malformed.</summary>
    Malformed,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>The asker may not.</summary>
    Forbidden,

    /// <summary>Somebody else was faster.</summary>
    Conflict,

    /// <summary>The asker has seen an older version of the case.</summary>
    Stale,

    /// <summary>A rule of the process says no.</summary>
    Rule,
}

/// <summary>One thing that must be there first.</summary>
/// <param name="Kind"><c>field</c>, <c>condition</c>, <c>step</c>, <c>stage</c>, <c>role</c>, <c>reason</c>, <c>customer</c> or <c>entitlement</c>.</param>
/// <param name="Name">What it is, such as the field's key or the condition's text.</param>
/// <param name="Detail">A sentence; for conditions it tells the values that were seen.</param>
public sealed record Missing(string Kind, string Name, string Detail);

/// <summary>Saying no is an answer: a stable code, a sentence, what is missing (all of it) and what is possible instead.</summary>
public abstract partial record Refusal(RefusalKind Kind, string Code)
{
    /// <summary>A sentence that a person can act on.</summary>
    public abstract string Explain();

    /// <summary>Everything that must be there first; empty where nothing would help.</summary>
    public virtual ImmutableArray<Missing> Missing => [];

    /// <summary>What can be asked instead: statuses, stages or commands, as the code says.</summary>
    public virtual ImmutableArray<string> Allowed => [];

    public sealed record NoSuchCase() : Refusal(RefusalKind.NotFound, "no-such-case")
    {
        public override string Explain() => "There is no such case.";
    }

    public sealed record AlreadyOpen(CaseId Id) : Refusal(RefusalKind.Conflict, "case-exists")
    {
        public override string Explain() => $"Case {Id} exists already.";
    }

    /// <summary>Fields of the command that are missing or of the wrong kind, all of them.</summary>
    public sealed record FieldsInvalid(ImmutableArray<FieldError> Errors)
        : Refusal(RefusalKind.Malformed, "fields-invalid")
    {
        public override string Explain() => string.Join(' ', Errors.Select(error => error.Detail));
    }

    public sealed record UnknownCustomer(Guid Id) : Refusal(RefusalKind.Rule, "unknown-customer")
    {
        public override string Explain() => $"There is no customer {Id}. Create it first, or choose another one.";
    }

    public sealed record UnknownContact(Guid Id) : Refusal(RefusalKind.Rule, "unknown-contact")
    {
        public override string Explain() => $"There is no contact {Id}. Create it first, or choose another one.";
    }

    public sealed record ForeignContact(string Contact, string Customer) : Refusal(RefusalKind.Rule, "foreign-contact")
    {
        public override string Explain() => $"Contact '{Contact}' does not belong to customer '{Customer}'.";
    }

    public sealed record RoleNotAllowed(string Command, ImmutableArray<string> Roles)
        : Refusal(RefusalKind.Forbidden, "role-not-allowed")
    {
        public override string Explain() => $"'{Command}' needs one of the roles {string.Join(", ", Roles)}.";

        public override ImmutableArray<Missing> Missing =>
            [.. Roles.Select(role => new Missing("role", role, $"The role {role} may do it."))];
    }

    /// <summary>The command is for cases in another state.</summary>
    public sealed record WrongState(string Command, CaseState State, ImmutableArray<string> Instead)
        : Refusal(RefusalKind.Rule, State == CaseState.Active ? "case-not-closed" : "case-closed")
    {
        public override string Explain() =>
            State == CaseState.Active
                ? $"'{Command}' is for closed cases, and this one is active."
                : $"The case is {(State == CaseState.Resolved ? "resolved" : "cancelled")}; '{Command}' is not possible any more"
                    + (Instead.Contains("reactivate", StringComparer.Ordinal) ? ". Reactivate it first." : ".");

        public override ImmutableArray<string> Allowed => Instead;
    }

    /// <summary>There is work still to be done, and the command ends the case.</summary>
    /// <param name="CanBeCancelled">The command takes a word that cancels them.</param>
    public sealed record OpenActivities(bool CanBeCancelled, ImmutableArray<Missing> Activities)
        : Refusal(RefusalKind.Rule, "open-activities")
    {
        public override string Explain() =>
            $"{Sentences(Activities)} "
            + (
                CanBeCancelled
                    ? "Resolve with 'cancelOpenActivities' to cancel them."
                    : "Complete or cancel them first."
            );

        public override ImmutableArray<Missing> Missing => Activities;
    }

    /// <summary>The activity is completed or cancelled, or not of this case.</summary>
    public sealed record ActivityClosed(Guid Id) : Refusal(RefusalKind.Conflict, "activity-closed")
    {
        public override string Explain() => $"Activity {Id} is not open any more.";
    }

    /// <summary>The transition table has no such move.</summary>
    public sealed record TransitionNotAllowed(string From, string To, ImmutableArray<string> Possible)
        : Refusal(RefusalKind.Rule, "transition-not-allowed")
    {
        public override string Explain() =>
            $"'{From}' cannot move to '{To}'. "
            + (Possible.IsEmpty ? "Nothing is possible from here." : $"Possible: {string.Join(", ", Possible)}.");

        public override ImmutableArray<string> Allowed => Possible;
    }

    /// <summary>The move exists, and something that it needs is not there.</summary>
    public sealed record TransitionBlocked(
        string From,
        string To,
        ImmutableArray<Missing> Needs,
        ImmutableArray<string> Possible
    ) : Refusal(KindOf(Needs), "transition-blocked")
    {
        public override string Explain() => $"'{From}' cannot move to '{To}' yet. {Sentences(Needs)}";

        public override ImmutableArray<Missing> Missing => Needs;

        public override ImmutableArray<string> Allowed => Possible;
    }

    /// <summary>The target belongs to another state, which only a command of its own can enter.</summary>
    public sealed record NeedsCommand(string To, CaseState State, string Command)
        : Refusal(RefusalKind.Rule, $"use-{Command}")
    {
        public override string Explain() =>
            $"'{To}' is a status of {StateNames.Of(State)} cases; a case comes there by '{Command}', not by moving its status.";

        public override ImmutableArray<string> Allowed => [Command];
    }

    public sealed record UnknownStatus(string Status, ImmutableArray<string> Known)
        : Refusal(RefusalKind.Rule, "unknown-status")
    {
        public override string Explain() => $"There is no status '{Status}' here{Nearest.Suggest(Status, Known)}.";

        public override ImmutableArray<string> Allowed => Known;
    }

    /// <summary>The command leads into another state than that of the named status.</summary>
    public sealed record WrongTarget(string Command, string To, CaseState Wanted, ImmutableArray<string> Possible)
        : Refusal(RefusalKind.Rule, "wrong-target")
    {
        public override string Explain() =>
            $"'{Command}' leads to a status of {StateNames.Of(Wanted)} cases, and '{To}' is none. "
            + (Possible.IsEmpty ? "None can be reached from here." : $"Possible: {string.Join(", ", Possible)}.");

        public override ImmutableArray<string> Allowed => Possible;
    }

    /// <summary>Cases of this process do not start there.</summary>
    public sealed record NotInitial(string Status, ImmutableArray<string> Initial)
        : Refusal(RefusalKind.Rule, "status-not-initial")
    {
        public override string Explain() => $"No case starts at '{Status}'. Possible: {string.Join(", ", Initial)}.";

        public override ImmutableArray<string> Allowed => Initial;
    }

    /// <summary>A stage cannot be left, or not be entered, yet.</summary>
    public sealed record StageGate(string From, string To, ImmutableArray<Missing> Needs)
        : Refusal(RefusalKind.Rule, "stage-gate")
    {
        public override string Explain() => $"'{From}' cannot go on to '{To}' yet. {Sentences(Needs)}";

        public override ImmutableArray<Missing> Missing => Needs;
    }

    public sealed record StageNotAllowed(string To, string Why, ImmutableArray<string> Possible)
        : Refusal(RefusalKind.Rule, "stage-not-allowed")
    {
        public override string Explain() => Why;

        public override ImmutableArray<string> Allowed => Possible;
    }

    public sealed record ReasonRequired(string To) : Refusal(RefusalKind.Rule, "reason-required")
    {
        public override string Explain() => $"Going to '{To}' leaves the path, so it needs a reason.";

        public override ImmutableArray<Missing> Missing => [new("reason", "reason", "Say why the path is left.")];
    }

    public sealed record ResolveBlocked(ImmutableArray<Missing> Needs) : Refusal(KindOf(Needs), "resolve-blocked")
    {
        public override string Explain() => $"The case cannot be resolved yet. {Sentences(Needs)}";

        public override ImmutableArray<Missing> Missing => Needs;
    }

    public sealed record UnknownQueue(string Queue, ImmutableArray<string> Known)
        : Refusal(RefusalKind.Rule, "unknown-queue")
    {
        public override string Explain() => $"There is no queue '{Queue}' here{Nearest.Suggest(Queue, Known)}.";

        public override ImmutableArray<string> Allowed => Known;
    }

    public sealed record NotInQueue(string Command) : Refusal(RefusalKind.Rule, "not-in-queue")
    {
        public override string Explain() => $"The case is in no queue, so there is nothing to {Command}.";

        public override ImmutableArray<string> Allowed => ["queue", "route"];
    }

    public sealed record AlreadyPicked(string Worker) : Refusal(RefusalKind.Conflict, "already-picked")
    {
        public override string Explain() => $"{Worker} is already working on it.";
    }

    public sealed record NotPicked() : Refusal(RefusalKind.Rule, "not-picked")
    {
        public override string Explain() => "Nobody is working on it, so there is nothing to release.";

        public override ImmutableArray<string> Allowed => ["pick"];
    }

    public sealed record NotTheWorker(string Worker, ImmutableArray<string> Roles)
        : Refusal(RefusalKind.Forbidden, "not-the-worker")
    {
        public override string Explain() =>
            $"{Worker} is working on it; only {Worker} or somebody with the role {string.Join(" or ", Roles)} can release it.";
    }

    /// <summary>The queue is private, and the asker is none of its members.</summary>
    public sealed record NotAMember(string Queue) : Refusal(RefusalKind.Forbidden, "not-a-member")
    {
        public override string Explain() =>
            $"'{Queue}' is a private queue; only its members, supervisors and admins work with what waits there.";
    }

    public sealed record NoteRequired() : Refusal(RefusalKind.Rule, "note-required")
    {
        public override string Explain() => "Say in 'note' what the new owner should know.";

        public override ImmutableArray<Missing> Missing => [new("field", "note", Explain())];
    }

    public sealed record UserInactive(string User) : Refusal(RefusalKind.Rule, "user-inactive")
    {
        public override string Explain() => $"{User} is deactivated. Choose somebody else.";
    }

    public sealed record PartOfAnother(CaseId Survivor) : Refusal(RefusalKind.Rule, "merged")
    {
        public override string Explain() => $"The case became part of case {Survivor}; go on there.";
    }

    /// <summary>No version that the host may move the case to says where it would stand.</summary>
    public sealed record NoMapping(string Status, string? Stage, string? Queue)
        : Refusal(RefusalKind.Rule, "no-mapping")
    {
        public override string Explain() =>
            $"The version does not know where the case stands (status '{Status}', stage '{Stage}', queue '{Queue}'), "
            + "and its 'migrate' does not map it.";
    }

    public sealed record NoRoute(ImmutableArray<string> Queues) : Refusal(RefusalKind.Rule, "no-route")
    {
        public override string Explain() => "No routing rule matches, and the process has no 'otherwise'.";

        public override ImmutableArray<string> Allowed => Queues;
    }

    public sealed record SurvivorRequired(string Why) : Refusal(RefusalKind.Rule, "survivor-required")
    {
        public override string Explain() => Why;

        public override ImmutableArray<Missing> Missing => [new("field", "into", Why)];
    }

    /// <summary>The case has moved on since the asker looked.</summary>
    public sealed record VersionConflict(int Seen, int Now) : Refusal(RefusalKind.Stale, "version-conflict")
    {
        public override string Explain() =>
            $"The case has changed since version {Seen}; it is at version {Now} now. Read it again and decide again.";
    }

    /// <summary>Cases that cannot become part of this one, each with why; all of them at once.</summary>
    public sealed record MergeRefused(ImmutableArray<Missing> Cases) : Refusal(RefusalKind.Rule, "merge-refused")
    {
        public override string Explain() => Sentences(Cases);

        public override ImmutableArray<Missing> Missing => Cases;
    }

    /// <summary>Cases that cannot be parent and child, each with why; all of them at once.</summary>
    public sealed record FamilyRefused(ImmutableArray<Missing> Cases) : Refusal(RefusalKind.Rule, "family-refused")
    {
        public override string Explain() => Sentences(Cases);

        public override ImmutableArray<Missing> Missing => Cases;
    }

    /// <summary>A parent that ends together with its children, or not before them, and a child stands in the way.</summary>
    public sealed record ChildrenActive(ImmutableArray<Missing> Children) : Refusal(RefusalKind.Rule, "children-active")
    {
        public override string Explain() => Sentences(Children);

        public override ImmutableArray<Missing> Missing => Children;
    }

    /// <summary>The case to let go is no part of this one, or it is not said which.</summary>
    public sealed record NotMerged(CaseId? Case, ImmutableArray<string> Merged)
        : Refusal(RefusalKind.Rule, "not-merged")
    {
        public override string Explain() =>
            Merged.IsEmpty ? "No such case has become part of this one."
            : Case is null ? "Say in 'caseId' which of the merged cases is let go."
            : $"Case {Case} has not become part of this one.";

        public override ImmutableArray<string> Allowed => Merged;
    }

    public sealed record UnmergeTooLate(string Ticket, DateTimeOffset Until)
        : Refusal(RefusalKind.Rule, "unmerge-too-late")
    {
        public override string Explain() =>
            $"Case {Ticket} could be let go until {Until:u}; it is part of this one for good.";
    }

    private static RefusalKind KindOf(ImmutableArray<Missing> needs) =>
        needs.All(need => need.Kind == "role") ? RefusalKind.Forbidden : RefusalKind.Rule;

    private static string Sentences(ImmutableArray<Missing> needs) =>
        string.Join(' ', needs.Select(need => need.Detail));
}

/// <summary>What is wrong with one field of a command.</summary>
public sealed record FieldError(string Field, string Detail);
