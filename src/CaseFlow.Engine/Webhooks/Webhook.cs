using System.Net;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Webhooks;

/// <summary>A door for the deliveries of another system, and what they mean for cases of one process.</summary>
public sealed record Webhook
{
    public required string Name { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>Names this text of the definition.</summary>
    public required string Hash { get; init; }

    /// <summary>The key of the process that its cases run by.</summary>
    public required string Process { get; init; }

    /// <summary>Where it answers, below <c>/hooks/</c>.</summary>
    public required string Path { get; init; }

    public required ImmutableArray<string> Methods { get; init; }

    public required HookVerification Verification { get; init; }

    /// <summary>The networks that deliveries may come from; empty for any.</summary>
    public ImmutableArray<IPNetwork> From { get; init; } = [];

    public HookBody Body { get; init; }

    public required int MaxBytes { get; init; }

    /// <summary>Tells one delivery from another; null for what was sent, byte for byte.</summary>
    public Expression? Delivery { get; init; }

    /// <summary>The things that one delivery is about; null where it is about one.</summary>
    public Expression? ForEach { get; init; }

    /// <summary>Tells which case is meant; null where each delivery opens one of its own.</summary>
    public Expression? Key { get; init; }

    /// <summary>The first one that holds says what is done.</summary>
    public required ImmutableArray<HookRule> Rules { get; init; }

    public override string ToString() => $"{Name} {Hash}";
}

/// <summary>What a body is read as.</summary>
public enum HookBody
{
    Json,
    Form,
    Text,
}

/// <summary>A line of a webhook: when it holds, this is done.</summary>
public sealed record HookRule(string Name, ImmutableArray<Condition> When, HookTarget Do);

/// <summary>What a delivery sets going.</summary>
public abstract record HookTarget
{
    private HookTarget() { }

    /// <summary>It is known and means nothing for any case.</summary>
    public sealed record Ignore : HookTarget;

    /// <summary>Commands to the case, one after the other, up to the first that is refused.</summary>
    public sealed record Ask(ImmutableArray<HookCommand> Commands) : HookTarget;
}
