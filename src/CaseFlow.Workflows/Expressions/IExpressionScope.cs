namespace CaseFlow.Workflows.Expressions;

/// <summary>What an expression of a running workflow sees and may change.</summary>
/// <remarks>
/// Values are <see langword="null"/>, <see cref="bool"/>, <see cref="string"/>, numbers, <see cref="DateTimeOffset"/>,
/// <see cref="TimeSpan"/>, <see cref="Guid"/>, <c>byte[]</c>, <c>IDictionary&lt;string, object?&gt;</c> for an object and
/// <c>IList&lt;object?&gt;</c> for a list.
/// </remarks>
public interface IExpressionScope
{
    /// <summary>The workflow instance that runs.</summary>
    InstanceIdentity Instance { get; }

    /// <summary>The moment that the burst began; scripts see no other clock.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The next number of a sequence that a replay of the burst repeats; <see cref="SeededRandom"/> gives one.</summary>
    ulong NextRandom();

    /// <summary>What came with the start, or with the resume that runs now; in a workflow used as an activity, what that was given.</summary>
    IReadOnlyDictionary<string, object?> Input { get; }

    /// <summary>Names of the inputs that the workflow declares, given or not.</summary>
    IEnumerable<string> InputNames { get; }

    string? CorrelationId { get; set; }

    string? InstanceName { get; set; }

    /// <summary>The value that the last activity with a result gave.</summary>
    object? LastResult { get; }

    /// <summary>Names of the variables in scope, the innermost first, each once.</summary>
    IEnumerable<string> VariableNames { get; }

    bool TryGetVariable(string name, out object? value);

    /// <summary>Finds a variable by its id, from the innermost container outward.</summary>
    bool TryGetVariableById(string id, out object? value);

    /// <summary>Sets the nearest variable of this name; where there is none, one is made in the nearest container.</summary>
    void SetVariable(string name, object? value);

    /// <summary>What an activity gave under an output's name.</summary>
    /// <param name="activity">Its id or its name.</param>
    /// <param name="output"><see langword="null"/> for <c>Result</c>.</param>
    /// <param name="value"><see langword="null"/> where the activity has not run in this burst.</param>
    /// <returns>Whether there is such an activity.</returns>
    bool TryGetOutput(string activity, string? output, out object? value);

    /// <summary>Activities whose outputs an expression may ask for, with the outputs' names.</summary>
    IEnumerable<ActivityOutputs> Outputs { get; }
}

/// <summary>Which instance of which version of which definition.</summary>
public sealed record InstanceIdentity(
    string InstanceId,
    string DefinitionId,
    string DefinitionVersionId,
    int DefinitionVersion
);

/// <summary>An activity, and the names of the outputs that it declares.</summary>
/// <param name="ActivityName">What accessors call it: <c>getResultFrom&lt;ActivityName&gt;()</c>; without a name there are none.</param>
public sealed record ActivityOutputs(string ActivityId, string? ActivityName, IReadOnlyList<string> Names);
