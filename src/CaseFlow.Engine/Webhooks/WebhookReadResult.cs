using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Webhooks;

/// <summary>A webhook read from YAML: ready to answer, or broken with every problem found, not only the first.</summary>
public abstract record WebhookReadResult
{
    private WebhookReadResult() { }

    public sealed record Ready(Webhook Webhook) : WebhookReadResult;

    /// <summary>In the order of their places in the file.</summary>
    public sealed record Broken(ImmutableArray<Problem> Problems) : WebhookReadResult;
}
