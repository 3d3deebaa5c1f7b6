using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Storage;

/// <summary>
/// An event on its way to the workflows. It goes in the transaction of the burst that takes it up; one that nobody waits
/// for is kept for a while, because its wait may be about to begin.
/// </summary>
public sealed record WorkflowEventRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Only instances about this hear of it; one that it starts is about it.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Only this instance hears of it.</summary>
    public string? Instance { get; init; }

    /// <summary>Where more than one hears of it, each gets one of its own: the bookmark that this one is for.</summary>
    public string? Bookmark { get; init; }

    /// <summary>The definition that this one is to start.</summary>
    public string? Starts { get; init; }

    /// <summary>The activity that it starts it by; null where it starts as anybody starts one.</summary>
    public string? Trigger { get; init; }

    /// <summary>As JSON: the payload, or the input of who is started without a trigger.</summary>
    public required string Payload { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Until when it is kept where nobody waits for it.</summary>
    public required DateTimeOffset KeepUntil { get; init; }

    /// <summary>When somebody may look again who it is for.</summary>
    public required DateTimeOffset RingAt { get; init; }

    internal static void Map(EntityTypeBuilder<WorkflowEventRow> events)
    {
        events.ToTable("workflow_events");
        events.HasKey(row => row.Id);
        events.HasIndex(row => row.Name);
        events.HasIndex(row => row.RingAt);
    }
}
