using System.Collections.Concurrent;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Entitlements;
using CaseFlow.Host.Processes;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>The conditions of subscriptions: lines of CEL over a case, in the words of the process that it runs by.</summary>
internal sealed class SubscriptionConditions(
    ProcessCatalog processes,
    CaseFactsReader facts,
    EntitlementReader entitlements
)
{
    private readonly ConcurrentDictionary<(string Process, string Text), ConditionReadResult> read = new();

    /// <summary>What is wrong with a condition, for this process or, where none is named, for any; null where nothing is.</summary>
    public string? Check(string text, string? process) =>
        processes
            .All.Values.Where(one => process is null || one.Process.Key == process)
            .Select(one => (one.Process.Key, Read(text, one.Process).Problems))
            .Where(one => !one.Problems.IsEmpty)
            .Select(one => Say(one.Key, one.Problems, process))
            .FirstOrDefault();

    /// <summary>Whether the case fits. One that the condition cannot be asked of does not.</summary>
    public ValueTask<bool> Holds(string text, Case about, CaseEvent happened, CancellationToken cancellation) =>
        Holds(text, about, new Actor(happened.By, Role.None), happened.At, cancellation);

    public async ValueTask<bool> Holds(
        string text,
        Case about,
        Actor by,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        var process = await processes.For(about);
        if (Read(text, process).Condition is not { } condition)
        {
            return false;
        }

        var told = await Told(condition, about, cancellation);
        return condition.Holds(process.Conditions.Facts(about, told, by, at));
    }

    private ConditionReadResult Read(string text, CaseProcess process) =>
        read.GetOrAdd((process.Hash, text), _ => Condition.Read(text, process.Parts.Scope));

    private async ValueTask<CaseFacts> Told(Condition condition, Case about, CancellationToken cancellation)
    {
        var told = CaseFacts.None;
        if (Names(condition, "customer"))
        {
            told = told with { Customer = await facts.Customer(about.Customer, cancellation) };
        }

        if (about.Contact is { } contact && Names(condition, "contact"))
        {
            told = told with { Contact = await facts.Customer(contact, cancellation) };
        }

        return about.Entitlement is { } entitlement && Names(condition, "entitlement")
            ? told with
            {
                Entitlements = await entitlements.Find([entitlement], [], cancellation),
            }
            : told;
    }

    private static bool Names(Condition condition, string variable) =>
        condition.Names.Any(name => name == variable || name.StartsWith(variable + ".", StringComparison.Ordinal));

    private static string Say(string process, ImmutableArray<ConditionProblem> problems, string? named)
    {
        var said = string.Join("; ", problems.Select(problem => $"at {problem.Offset + 1}: {problem.Message}"));
        return named is null
            ? $"It cannot be asked of cases of '{process}': {said}. Name a 'process' where it is for that one alone."
            : $"It cannot be asked: {said}.";
    }
}
