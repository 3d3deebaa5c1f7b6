namespace CaseFlow.Host.Workflows.Effects;

/// <summary>What came of an effect.</summary>
internal sealed record EffectAnswer
{
    /// <summary>Done, and nothing is to be told.</summary>
    public static EffectAnswer Nothing { get; } = new();

    public object? Value { get; init; }

    /// <summary>Why a case said no.</summary>
    public object? Refusal { get; init; }

    /// <summary>Why there is no answer, and will be none.</summary>
    public string? Failure { get; init; }

    /// <summary>The answer comes by itself, when another instance has ended.</summary>
    public bool IsToCome { get; init; }

    public static EffectAnswer Of(object? value) => new() { Value = value };

    public static EffectAnswer Failed(string why) => new() { Failure = why };
}

/// <summary>It may go better another time.</summary>
internal sealed class TryLater(string why, Exception? cause = null) : Exception(why, cause);
