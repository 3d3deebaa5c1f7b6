using CaseFlow.Workflows.Running.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>An instance of a workflow as it stands between two bursts.</summary>
public sealed record WorkflowInstanceRow
{
    internal const string WantsTheEnd = "end";
    internal const string WantsTheRest = "rest";

    public required string Id { get; init; }

    public required string Definition { get; init; }

    /// <summary>The version that it started with, and runs by for ever.</summary>
    public required string Hash { get; init; }

    /// <summary>Rises with each burst: whoever writes says which one he has seen.</summary>
    public required int Version { get; init; }

    public required string Status { get; init; }

    public required string SubStatus { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    /// <summary>The whole of it, as JSON.</summary>
    public required string State { get; init; }

    /// <summary>The instance that it was started by, where that wants to hear of it.</summary>
    public string? Parent { get; init; }

    /// <summary>When the parent wants to hear: <c>end</c>, or <c>rest</c>, when it has ended or waits.</summary>
    public string? ParentWants { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public StoredWorkflow Read() => Read(State, Version, Hash, Parent, ParentWants);

    internal static StoredWorkflow Read(string state, int version, string hash, string? parent, string? parentWants) =>
        new(
            InstanceState.FromJson(state),
            version,
            hash,
            parent is null ? null : new WorkflowParent(parent, parentWants == WantsTheEnd)
        );

    internal static void Map(EntityTypeBuilder<WorkflowInstanceRow> instances)
    {
        instances.ToTable("workflow_instances");
        instances.HasKey(row => row.Id);
        instances.HasIndex(row => new
        {
            row.Definition,
            row.CreatedAt,
            row.Id,
        });
        instances.HasIndex(row => row.FinishedAt).HasFilter("finished_at IS NOT NULL");
        instances.HasIndex(row => row.CorrelationId).HasFilter("correlation_id IS NOT NULL");
    }
}
