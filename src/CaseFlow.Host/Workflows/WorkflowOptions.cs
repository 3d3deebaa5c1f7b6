using System.ComponentModel.DataAnnotations;
using CaseFlow.Workflows.Definitions;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Workflows;

/// <summary>The <c>Workflows</c> section of appsettings.json.</summary>
public sealed class WorkflowOptions
{
    /// <summary>How flowcharts run that do not say it themselves: <c>Counter</c> or <c>Token</c>.</summary>
    public FlowchartMode Flowcharts { get; set; } = FlowchartMode.Counter;

    /// <summary>How often a host looks for what is due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a host has to itself what an instance wants done; if it dies meanwhile, another one does it after that.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HoldFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many instances are served at a time, and as many again that wait for programs outside.</summary>
    [Range(1, 1_000)]
    public int Together { get; set; } = 32;

    /// <summary>How long an event is kept that comes before anybody waits for it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan KeepEventsFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often something that failed for a passing reason is tried before it is an incident.</summary>
    [Range(1, 100)]
    public int MaxTries { get; set; } = 8;

    /// <summary>The pause after the first failure; it doubles with each one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>No pause is longer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long whoever a workflow sends a request has to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a request to a workflow waits for its answer; after that it is told that the workflow runs on.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many bytes a request to a workflow, or the answer to one of a workflow, may have.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxBytes { get; set; } = 5_000_000;
}

[OptionsValidator]
internal sealed partial class WorkflowOptionsValidator : IValidateOptions<WorkflowOptions>;
