namespace CaseFlow.Workflows.Values;

/// <summary>A value in the wanted type, and what was lost on the way.</summary>
/// <param name="Value">The default of the wanted type where the conversion failed.</param>
/// <param name="Failure">What went wrong, for an administrator; <see langword="null"/> where nothing did.</param>
/// <param name="IsFault">
/// Whether the activity must not go on with the default: broken JSON, and a name that is none of the choices.
/// </param>
public readonly record struct Converted(object? Value, string? Failure = null, bool IsFault = false);
