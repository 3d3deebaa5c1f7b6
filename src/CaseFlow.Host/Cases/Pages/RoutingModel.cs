namespace CaseFlow.Host.Cases.Pages;

/// <summary>Why the case went to a queue.</summary>
public sealed record RoutingModel(
    DateTimeOffset At,
    string By,
    string Kind,
    string Queue,
    ImmutableArray<RuleModel> Rules,
    AssignmentModel? Assignment
);

/// <summary>What became of a line of the routing table.</summary>
public sealed record RuleModel(string Rule, string Queue, bool Holds, bool Wins, ImmutableArray<ConditionModel> When);

/// <summary>A condition, and what it saw.</summary>
public sealed record ConditionModel(string Text, bool Holds, string? Error, ImmutableArray<LeafModel> Leaves);

/// <summary>A part of a condition.</summary>
public sealed record LeafModel(string Value);

/// <summary>Who came into question in a queue.</summary>
public sealed record AssignmentModel(ImmutableArray<CandidateModel> Candidates, string Decided);

/// <summary>Somebody who came into question.</summary>
public sealed record CandidateModel(string User, int Load, string? Excluded);

/// <summary>Why the rules do not send the case to a queue.</summary>
public sealed record WhyNotThereModel(string Why, ImmutableArray<WhyNotRuleModel> Rules);

/// <summary>Why one rule does not.</summary>
public sealed record WhyNotRuleModel(string Rule, string Why);
