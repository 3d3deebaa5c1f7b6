namespace CaseFlow.Host.Queues.Pages;

/// <summary>A queue with how many cases are in it.</summary>
public sealed record QueueModel(
    string Key,
    string Title,
    string Process,
    string Visibility,
    int Total,
    int Waiting,
    int Worked,
    DateTimeOffset? OldestWaiting
)
{
    /// <summary>Two processes may have a queue of one key.</summary>
    public string Address => $"/queues/{Uri.EscapeDataString(Key)}?process={Uri.EscapeDataString(Process)}";
}

/// <summary>A case in a queue.</summary>
public sealed record QueuedModel(
    Guid CaseId,
    string Ticket,
    string Title,
    string? Priority,
    string Status,
    Guid CustomerId,
    string? Worker,
    DateTimeOffset Since
);
