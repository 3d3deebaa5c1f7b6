namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>Why a delivery cannot be worked on now, in words for whoever looks after it; later it may be possible.</summary>
internal sealed class HookTrouble(string message) : Exception(message);
