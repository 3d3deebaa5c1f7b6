using System.Collections.Concurrent;

namespace CaseFlow.Host.Mail;

/// <summary>How fetching e-mail goes on this host, by mailbox.</summary>
internal sealed class FetchStates
{
    private readonly ConcurrentDictionary<string, FetchState> states = new(StringComparer.Ordinal);

    public FetchState? Find(string mailbox) => states.GetValueOrDefault(mailbox);

    public void WentWell(string mailbox, DateTimeOffset at) => states[mailbox] = new(at, null);

    public void Failed(string mailbox, string problem) =>
        states.AddOrUpdate(mailbox, _ => new(null, problem), (_, before) => before with { Problem = problem });
}

/// <param name="At">When it last went well.</param>
/// <param name="Problem">Why it does not go well now.</param>
internal sealed record FetchState(DateTimeOffset? At, string? Problem);
