using CaseFlow.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>
/// What an instance wants done, from the burst that asked for it until it is done and its answer is kept. Its id is the
/// key by which doing it again changes nothing.
/// </summary>
public sealed record WorkflowEffectRow
{
    public required string Id { get; init; }

    public required string Instance { get; init; }

    /// <summary>That of the instance: in its name things are done.</summary>
    public required string Definition { get; init; }

    public required string Kind { get; init; }

    /// <summary>What exactly, as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>How often it has failed.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// When somebody else may do it: whoever asked for it does it at once, and has so long. Null where it was given up and
    /// waits for a person.
    /// </summary>
    public DateTimeOffset? RingAt { get; init; }

    /// <summary>Where an activity asked for it; what the host asks of itself is known by its kind alone.</summary>
    public WorkflowEffect Read() => WorkflowEffectJson.Read(Id, Kind, Body);

    internal static void Map(EntityTypeBuilder<WorkflowEffectRow> effects)
    {
        effects.ToTable("workflow_effects");
        effects.HasKey(row => row.Id);
        effects.HasIndex(row => row.Instance);
        effects.HasIndex(row => row.RingAt).HasFilter("ring_at IS NOT NULL");
    }
}
