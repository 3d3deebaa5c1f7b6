namespace CaseFlow.Host.Reports.Pages;

/// <summary>How many cases were opened and closed.</summary>
public sealed record VolumeModel(int Opened, int Closed, ImmutableArray<VolumeDayModel> Days);

/// <summary>One day of it.</summary>
public sealed record VolumeDayModel(DateOnly Day, DateTimeOffset Begins, DateTimeOffset Ends, int Opened, int Closed);

/// <summary>The active cases.</summary>
public sealed record BacklogModel(
    int Active,
    DateTimeOffset? Oldest,
    ImmutableArray<GroupModel> Queues,
    ImmutableArray<GroupModel> Owners,
    ImmutableArray<GroupModel> Stages,
    ImmutableArray<AgeModel> Ages
);

/// <summary>Some of them, or of those with clocks.</summary>
public sealed record GroupModel(
    string? Process,
    string? Key,
    string Title,
    int Active = 0,
    DateTimeOffset? Oldest = null,
    int AtRisk = 0,
    int Missed = 0
);

/// <summary>Those of one age.</summary>
public sealed record AgeModel(
    int FromDays,
    int? ToDays,
    DateTimeOffset? CreatedAfter,
    DateTimeOffset? CreatedBefore,
    int Active
);

/// <summary>The cases whose clocks are at risk, and those that missed one.</summary>
public sealed record ClocksModel(
    DateTimeOffset Begins,
    DateTimeOffset Ends,
    int AtRisk,
    int Missed,
    ImmutableArray<GroupModel> Queues,
    ImmutableArray<GroupModel> Owners,
    ImmutableArray<GroupModel> Stages
);

/// <summary>How far cases have come.</summary>
public sealed record FunnelModel(
    string Process,
    DateTimeOffset Begins,
    DateTimeOffset Ends,
    int Opened,
    int Active,
    int Resolved,
    int Cancelled,
    ImmutableArray<FunnelStageModel> Stages
);

/// <summary>One stage of the path.</summary>
public sealed record FunnelStageModel(string Key, string Title, int Reached, int Active);

/// <summary>One line of a chart: what it is of, how many, and where they are listed.</summary>
public sealed record Bar(string Title, int Count, string? Href);
