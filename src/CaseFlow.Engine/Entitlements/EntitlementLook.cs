using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Entitlements;

/// <summary>
/// What has to be looked up before a decision about entitlements is final. Most decisions need nothing, so they are taken
/// once without; whose answer touches an entitlement is taken again, with what was looked up.
/// </summary>
/// <param name="Customer">Whose defaults are asked for; null where none are.</param>
/// <param name="Contact">The contact that the case will have.</param>
/// <param name="Ids">Entitlements by their ids.</param>
public sealed record EntitlementLook(Guid? Customer, Guid? Contact, ImmutableArray<Guid> Ids)
{
    /// <summary>The command says which entitlement the case is to have, so that one cannot do with what is known of another.</summary>
    public static bool NamesOne(CaseCommand? command) =>
        command is not null && EntitlementPass.AskedFor(command) is not null;

    /// <summary>What to look up; null where nothing is needed.</summary>
    public static EntitlementLook? Wanted(Case? before, CaseCommand command, Decision decision)
    {
        if (decision is not Decision.Accepted(var events))
        {
            return null;
        }

        var asked = EntitlementPass.AskedFor(command);
        var (chooses, takes) = (asked is not null, false);
        foreach (var happened in events)
        {
            chooses |= happened is Opened || EntitlementPass.ChangesWhom(happened);
            takes |= happened is Resolved or Reactivated or Undone;
        }

        if (!chooses && !takes)
        {
            return null;
        }

        var after = events.Aggregate(before, CaseHistory.Evolve)!;
        ImmutableArray<Guid> ids =
        [
            .. new[]
            {
                before?.Entitlement,
                before?.Taken?.Entitlement,
                after.Entitlement,
                (events is [Undone undone, ..] ? undone.As.Taken : null)?.Entitlement,
                asked?.Entitlement,
            }
                .OfType<Guid>()
                .Distinct(),
        ];
        return chooses ? new(after.Customer, after.Contact, ids)
            : ids.IsEmpty ? null
            : new(null, null, ids);
    }
}
