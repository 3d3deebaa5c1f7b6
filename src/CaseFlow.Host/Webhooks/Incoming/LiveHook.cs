using CaseFlow.Engine.Webhooks;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>A webhook that answers.</summary>
/// <param name="File">The name of its file.</param>
internal sealed record LiveHook(Webhook Webhook, string File);
