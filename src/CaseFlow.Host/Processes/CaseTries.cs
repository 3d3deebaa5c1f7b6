using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Staffing;
using CaseFlow.Engine.Trials;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Queues;

namespace CaseFlow.Host.Processes;

/// <summary>Puts questions to a definition with the facts as they are, and writes nothing.</summary>
internal sealed class CaseTries(IGrainFactory grains, CaseFactsReader facts, StaffReader staff)
{
    private const string Ticket = "TRY";

    /// <summary>A case that would be opened.</summary>
    public async Task<Tried> New(
        CaseProcess process,
        SimulateCase.TypedCase typed,
        FieldValues fields,
        Actor by,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        var made = typed.CustomerId is null ? MadeUp(typed.Customer) : null;
        var create = new CaseCommand.Create(
            new CaseId(Guid.CreateVersion7(at)),
            Ticket,
            typed.Title ?? "",
            typed.CustomerId ?? made!.Id,
            typed.ContactId,
            fields,
            typed.Status,
            RouteNow: true,
            Entitlement: typed.EntitlementId,
            IgnoringDuplicates: true
        )
        {
            By = by,
            At = at,
        };
        return await Try(process, null, create, made, cancellation);
    }

    /// <summary>A case that there is, under this version or, without one, under its own.</summary>
    /// <returns>Null where there is no such case.</returns>
    public async Task<Tried?> Open(
        CaseId id,
        CaseProcess? version,
        Actor by,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        if ((await grains.Case(id.Value).Read()).Value is not var (current, own))
        {
            return null;
        }

        var process = version ?? own;
        if (process.Key != current.Process)
        {
            return new(process, null, null) { Stays = true };
        }

        if (!process.Knows(current.Status, current.Stage, current.Queue, current.State))
        {
            var carried = CaseDecider.Decide(
                process,
                current,
                new CaseCommand.Migrate { By = by, At = at },
                CaseFacts.None
            );
            if (carried is not Decision.Accepted { Events: [_, ..] moved })
            {
                return new(process, null, null) { Stays = true };
            }

            current = moved.Aggregate(current, (so, happened) => CaseHistory.Evolve(so, happened));
        }

        return await Try(process, current, new CaseCommand.Route { By = by, At = at }, null, cancellation);
    }

    private async Task<Tried> Try(
        CaseProcess process,
        Case? current,
        CaseCommand command,
        CustomerFacts? made,
        CancellationToken cancellation
    )
    {
        var (told, _) = await facts.For(process, current, command, command.By, cancellation);
        told = With(made, told);
        (var decision, told) = await facts.Decide(process, current, command, told, with => With(made, with));
        if (QueueLook.Wanted(process, current, command, decision) is [_, ..] queues)
        {
            told = told with { Queues = await staff.Look(process.Key, queues, cancellation) };
            decision = CaseDecider.Decide(process, current, command, told);
        }

        // A case that is where the rules send it, or that they send nowhere, is shown as it is.
        return decision switch
        {
            Decision.Accepted(var events) => new(process, CaseTrial.Of(process, current, command, events, told), null),
            Decision.Refused(var reason) when current is not null => new(
                process,
                CaseTrial.Of(process, current, command, [], told),
                reason
            ),
            Decision.Refused(var reason) => new(process, null, reason),
            _ => throw new InvalidOperationException(),
        };
    }

    private static CaseFacts With(CustomerFacts? made, CaseFacts told) =>
        made is null ? told : told with { Customer = made };

    private static CustomerFacts MadeUp(SimulateCase.TypedCustomer? typed) =>
        new(
            Guid.CreateVersion7(),
            typed?.Kind ?? "account",
            typed?.Name ?? "",
            typed?.Email,
            typed?.Phone,
            typed?.Tier,
            null
        );
}

/// <summary>What came of trying a case.</summary>
/// <param name="Trial">Null where it could not even be opened, or stays on its own version.</param>
/// <param name="Refusal">Why it could not be opened or routed; null where it could.</param>
internal sealed record Tried(CaseProcess Process, CaseTrial? Trial, Refusal? Refusal)
{
    /// <summary>The version is of another process, or does not know where the case stands and maps it nowhere.</summary>
    public bool Stays { get; init; }
}
