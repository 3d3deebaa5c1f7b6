namespace CaseFlow.Engine.Mail;

/// <summary>An e-mail that came in, as the rules see it. All of it is what a stranger says.</summary>
public sealed record IncomingMail
{
    /// <summary>Whom it says it is from, in lower case; empty where it does not say.</summary>
    public required string Sender { get; init; }

    public string? SenderName { get; init; }

    public required string Subject { get; init; }

    /// <summary>All of it, as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The addresses that it is to, in lower case.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    public ImmutableArray<string> Cc { get; init; } = [];

    public string? MessageId { get; init; }

    /// <summary>The Message-IDs of what it answers or reports about, the nearest first.</summary>
    public ImmutableArray<string> Answers { get; init; } = [];

    /// <summary>In their order, by their names in lower case.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>A server tells what became of a message.</summary>
    public bool IsReport { get; init; }

    /// <summary>The values of all headers of this name.</summary>
    /// <param name="name">In lower case.</param>
    public IEnumerable<string> All(string name) => Headers.Where(one => one.Key == name).Select(one => one.Value);
}
