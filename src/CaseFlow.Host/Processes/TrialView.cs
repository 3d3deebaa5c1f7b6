using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Routing;
using CaseFlow.Engine.Sla;
using CaseFlow.Engine.Staffing;
using CaseFlow.Engine.Trials;

namespace CaseFlow.Host.Processes;

/// <summary>What would become of a case, and why.</summary>
/// <param name="Definition">The hash of the version that was asked.</param>
/// <param name="Refusal">Why it could not be opened or routed; null where it could.</param>
/// <param name="Stays">The version does not know where the case stands and maps it nowhere, so nothing of it applies.</param>
/// <param name="Case">As it would be; null where it could not be opened.</param>
internal sealed record TrialView(
    string Process,
    string Definition,
    DateTimeOffset At,
    TrialView.RefusalView? Refusal,
    bool Stays,
    TrialView.CaseSummary? Case,
    TrialView.RoutingView? Routing,
    ImmutableArray<TriedStage> Stages,
    ImmutableArray<TrialView.ClockView> Clocks,
    ImmutableArray<TrialView.MoveView> Moves,
    ImmutableArray<AutomationExplanation> Automation
)
{
    public sealed record RefusalView(
        string Code,
        string Detail,
        ImmutableArray<Missing> Missing,
        ImmutableArray<FieldError> Errors
    );

    public sealed record CaseSummary(
        string Title,
        CaseState State,
        string Status,
        string? Stage,
        string? Queue,
        string? Worker,
        string? Owner
    );

    /// <param name="Queue">Null where no rule matches.</param>
    /// <param name="Worker">To whom the queue gives it.</param>
    /// <param name="Rules">Every line of the table with every condition.</param>
    /// <param name="Passed">The queues that are too long to take it.</param>
    /// <param name="Assignment">Who comes into question; null where the queue gives nothing to anybody.</param>
    public sealed record RoutingView(
        string? Queue,
        string? Rule,
        string? Worker,
        ImmutableArray<RuleExplanation> Rules,
        ImmutableArray<PassedQueue> Passed,
        AssignmentExplanation? Assignment
    );

    /// <param name="FailAt">When it fails as long as nothing changes; null while it is paused.</param>
    public sealed record ClockView(
        string Kpi,
        ClockState State,
        string? Rule,
        string? Calendar,
        DateTimeOffset? WarnAt,
        DateTimeOffset? FailAt
    );

    /// <param name="Command">What leads there: status, resolve, cancel or reactivate.</param>
    /// <param name="Why">Why not; null where it is allowed.</param>
    /// <param name="Automation">The rules that would fire.</param>
    public sealed record MoveView(
        string To,
        string? Title,
        string Command,
        bool Allowed,
        string? Code,
        string? Why,
        ImmutableArray<Missing> Missing,
        ImmutableArray<string> Automation
    );

    /// <param name="maySee">Whose people and rules the asker may see.</param>
    public static TrialView Of(Tried tried, DateTimeOffset at, Func<QueueDefinition, bool> maySee) =>
        new(
            tried.Process.Key,
            tried.Process.Hash,
            at,
            tried.Refusal is { } refusal ? RefusalOf(refusal) : null,
            tried.Stays,
            tried.Trial is { Case: var of } ? Summary(of) : null,
            tried.Trial is { Routing: var routing } ? RoutingOf(tried.Process, routing, maySee) : null,
            tried.Trial?.Stages ?? [],
            tried.Trial is { Case.Clocks: var clocks } ? [.. clocks.Select(ClockOf)] : [],
            tried.Trial is { Moves: var moves } ? [.. moves.Select(MoveOf)] : [],
            tried.Trial?.Automation ?? []
        );

    private static RefusalView RefusalOf(Refusal refusal) =>
        new(
            refusal.Code,
            refusal.Explain(),
            refusal.Missing,
            refusal is Refusal.FieldsInvalid(var errors) ? errors : []
        );

    private static CaseSummary Summary(Case of) =>
        new(of.Title, of.State, of.Status, of.Stage, of.Queue, of.Worker, of.Owner);

    private static RoutingView RoutingOf(CaseProcess process, TriedRouting routing, Func<QueueDefinition, bool> maySee)
    {
        return new(
            routing.Queue,
            routing.Rule,
            routing.Worker,
            [.. routing.Rules.Select(rule => IsHidden(rule.Queue) ? rule with { When = [] } : rule)],
            [.. (routing.Explanation?.Passed ?? []).Where(passed => !IsHidden(passed.Queue))],
            routing.Queue is { } queue && IsHidden(queue) ? null : routing.Explanation?.Assignment
        );

        bool IsHidden(string key) => process.FindQueue(key) is { } queue && !maySee(queue);
    }

    private static ClockView ClockOf(Clock clock) =>
        new(clock.Kpi, clock.State, clock.Target?.Rule, clock.Target?.Calendar, clock.Due.Warn, clock.Due.Fail);

    private static MoveView MoveOf(TriedMove move) =>
        new(
            move.To,
            move.Title,
            move.Command,
            move.Refusal is null,
            move.Refusal?.Code,
            move.Refusal?.Explain(),
            move.Refusal?.Missing ?? [],
            move.Automation
        );
}
