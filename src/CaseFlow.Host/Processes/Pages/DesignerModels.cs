using CaseFlow.Host.Cases.Pages;

namespace CaseFlow.Host.Processes.Pages;

/// <summary>What the designer's pages read from the API.</summary>
public static class DesignerModels
{
    public sealed record List<T>(ImmutableArray<T> Items, string? Next);

    public sealed record Problem(string File, int Line, int Column, string Code, string Message)
    {
        /// <summary>As the host itself knows them.</summary>
        public static ImmutableArray<Problem> Of(ImmutableArray<Engine.Processes.Problem> problems) =>
            [.. problems.Select(one => new Problem(one.File, one.Line, one.Column, one.Code, one.Message))];
    }

    public sealed record ProcessLine(
        string Key,
        string? Title,
        int? Version,
        DateTimeOffset? PublishedAt,
        string? PublishedBy,
        ImmutableArray<Problem> Errors,
        Scenarios? Scenarios
    );

    public sealed record Scenarios(int Passed, int Failed, ImmutableArray<Problem> Failures);

    /// <param name="Number">Called <c>version</c> in the API.</param>
    public sealed record Version(
        [property: System.Text.Json.Serialization.JsonPropertyName("version")] int Number,
        string Hash,
        DateTimeOffset PublishedAt,
        string PublishedBy,
        string? Source,
        ImmutableSortedDictionary<string, string>? Files
    );

    public sealed record Checked(
        string? Process,
        bool Valid,
        int? Version,
        bool Changed,
        ImmutableArray<Problem> Errors,
        Impact? Impact
    );

    public sealed record Impact(
        int Follow,
        int CarriedOver,
        int Stay,
        ImmutableArray<UnknownName> NeedsMapping,
        Look? Looked
    );

    public sealed record UnknownName(string Kind, string Name, int Cases);

    public sealed record Look(int Seen, int Open, ImmutableArray<Rerouted> Rerouted, ImmutableArray<ClockCount> Clocks);

    public sealed record Rerouted(string? From, string? To, int Cases, ImmutableArray<string> Examples);

    public sealed record ClockCount(string Kpi, int Cases);

    public sealed record Compared(int? From, ImmutableArray<Difference> Differences);

    public sealed record Difference(string Group, string Kind, string Text, ImmutableArray<string> Names, Place? New);

    public sealed record Place(int Line, int Column);

    public sealed record Edited(string Source, ImmutableArray<Problem> Errors);

    public sealed record Backtest(
        int Cases,
        int Routed,
        ImmutableArray<Rerouted> Rerouted,
        ImmutableArray<RefusedMoves> Refused,
        ImmutableArray<PastClock> Clocks
    );

    public sealed record RefusedMoves(string From, string To, string Why, int Cases);

    public sealed record PastClock(string Kpi, int Failed, int WouldFail);

    public sealed record Population(int Open, ImmutableArray<StatusCount> Statuses, ImmutableArray<StageCount> Stages);

    public sealed record StatusCount(string Status, int Cases);

    public sealed record StageCount(string Stage, int Cases);

    public sealed record CaseLine(Guid Id, string Ticket, string Title, string Status, string? Stage, string? Queue);

    public sealed record ScenarioText(string? Source);

    public sealed record Tested(
        int Passed,
        int Failed,
        ImmutableArray<TestedScenario> Runs,
        ImmutableArray<Problem> Errors
    );

    public sealed record TestedScenario(string Scenario, int Line, bool Passed, ImmutableArray<Problem> Failures);

    public sealed record Trial(
        TrialRefusal? Refusal,
        bool Stays,
        TrialCase? Case,
        TrialRouting? Routing,
        ImmutableArray<TrialStage> Stages,
        ImmutableArray<TrialClock> Clocks,
        ImmutableArray<TrialMove> Moves,
        ImmutableArray<AutomationModel> Automation
    );

    public sealed record TrialRefusal(string Code, string Detail);

    public sealed record TrialCase(string Status, string? Stage, string? Queue, string? Worker);

    public sealed record TrialRouting(string? Queue, string? Rule, string? Worker, ImmutableArray<TrialRule> Rules);

    public sealed record TrialRule(
        string Rule,
        string Queue,
        bool Holds,
        bool Wins,
        ImmutableArray<TrialCondition> When
    );

    public sealed record TrialCondition(string Text, bool Holds, string? Error, ImmutableArray<TrialLeaf> Leaves);

    public sealed record TrialLeaf(string Text, string Value, bool? Holds);

    public sealed record TrialStage(
        string Key,
        string Title,
        bool IsHere,
        bool CanEnter,
        ImmutableArray<TrialCondition> Enter,
        ImmutableArray<TrialMissing> Missing
    );

    public sealed record TrialMissing(string Kind, string Name, string Detail);

    public sealed record TrialClock(
        string Kpi,
        string State,
        string? Rule,
        string? Calendar,
        DateTimeOffset? WarnAt,
        DateTimeOffset? FailAt
    );

    public sealed record TrialMove(
        string To,
        string? Title,
        bool Allowed,
        string? Why,
        ImmutableArray<string> Automation
    );
}
