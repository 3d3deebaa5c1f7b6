using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Entitlements;

/// <summary>
/// What the answer to a command means for the entitlement of the case: which one it has, what it takes and what it gives
/// back. One pass after each command, in the same decision, so that no door goes past it.
/// </summary>
internal sealed class EntitlementPass
{
    private readonly ImmutableArray<CaseEvent>.Builder told = ImmutableArray.CreateBuilder<CaseEvent>();
    private readonly Question asked;
    private Case current;

    private EntitlementPass(Question asked, Case after) => (this.asked, current) = (asked, after);

    /// <summary>The entitlement that a command asks for, null for none; nothing at all where it does not speak of it.</summary>
    public static AskedEntitlement? AskedFor(CaseCommand command) =>
        command switch
        {
            CaseCommand.Create { Entitlement: { } id } => new(id),
            CaseCommand.Edit edit when edit.Changes.TryGetValue("entitlement", out var value) => new(
                value is FieldValue.Text(var text) && Guid.TryParse(text, out var id) ? id : null
            ),
            _ => null,
        };

    /// <summary>Whether an event changes for whom or what the case is, so that another entitlement may be the right one.</summary>
    public static bool ChangesWhom(CaseEvent happened) =>
        Changes(happened, "customer") || Changes(happened, "contact") || Changes(happened, "product");

    /// <summary>The answer with what follows from it, here and for the other cases; or a refusal where an entitlement does not allow it.</summary>
    public static Decision Over(Question asked, Decision.Accepted accepted)
    {
        var answer = Over(asked, asked.Case, accepted.Events);
        if (accepted.Along.IsEmpty || answer is not Decision.Accepted(var events))
        {
            return answer;
        }

        var along = ImmutableArray.CreateBuilder<AlongEvents>(accepted.Along.Length);
        foreach (var other in accepted.Along)
        {
            switch (Over(asked, other))
            {
                case Decision.Accepted(var follow):
                    along.Add(other with { Events = follow });
                    break;
                case var refusal:
                    return refusal;
            }
        }

        return new Decision.Accepted(events) { Along = along.MoveToImmutable() };
    }

    /// <summary>The events with what follows from them, or a refusal where the entitlement does not allow them.</summary>
    /// <param name="before">Null where the case was only just opened.</param>
    public static Decision Over(Question asked, Case? before, ImmutableArray<CaseEvent> events)
    {
        if (events.IsEmpty && AskedFor(asked.Command) is null)
        {
            return Question.Accept(events);
        }

        var pass = new EntitlementPass(asked, events.Aggregate(before, CaseHistory.Evolve)!);
        return (pass.Choose(before, events) ?? pass.Count(before, events)) is { } refusal
            ? Question.Refuse(refusal)
            : Question.Accept(events.AddRange(pass.told));
    }

    // The command was not asked of it, so it is not told which entitlement to have.
    private static Decision Over(Question asked, AlongEvents other)
    {
        if (asked.Related(other.Case) is not { } related)
        {
            return Question.Accept(other.Events);
        }

        var pass = new EntitlementPass(asked.On(related), other.Events.Aggregate(related.Case, CaseHistory.Evolve));
        return pass.Count(related.Case, other.Events) is { } refusal
            ? Question.Refuse(refusal)
            : Question.Accept(other.Events.AddRange(pass.told));
    }

    /// <summary>
    /// For an undo: an entitlement that would have to take back or give back, and that has ended; null where there is none,
    /// or nobody looked.
    /// </summary>
    public static string? EndedBetween(Question asked, Case before)
    {
        if (asked.Case.Taken == before.Taken || asked.Told.Entitlements is not { } known)
        {
            return null;
        }

        foreach (var taken in new[] { asked.Case.Taken, before.Taken })
        {
            if (
                taken is not null
                && Find(known, taken.Entitlement) is { } one
                && EntitlementLife.StatusAt(one, asked.At) is EntitlementStatus.Expired or EntitlementStatus.Cancelled
            )
            {
                return one.Name;
            }
        }

        return null;
    }

    private Refusal? Choose(Case? before, ImmutableArray<CaseEvent> events)
    {
        if (asked.Told.Entitlements is not { } known)
        {
            return null;
        }

        if (AskedFor(asked.Command) is { } wish)
        {
            return wish.Entitlement == current.Entitlement ? null
                : wish.Entitlement is not { } id ? Set(null, "asked")
                : Find(known, id) is not { } entitlement ? new Refusal.UnknownEntitlement(id)
                : Qualifying.Check(entitlement, ApplicantOf(current), asked.At) is [_, ..] reasons
                    ? new Refusal.EntitlementNotApplicable(entitlement.Name, reasons)
                : Set(entitlement, "asked");
        }

        var isNewCustomer = before is null || events.Any(happened => Changes(happened, "customer"));
        if (!isNewCustomer && !events.Any(ChangesWhom))
        {
            return null;
        }

        // What somebody chose stays for as long as it is for this contact and product; another customer's never does.
        var kept =
            !isNewCustomer
            && current.Entitlement is { } now
            && Find(known, now) is { } still
            && Qualifying.Covers(still, ApplicantOf(current)).IsEmpty;
        return kept ? null : Set(Default(known), "default");
    }

    // Of several, the one that started last.
    private EntitlementFacts? Default(ImmutableArray<EntitlementFacts> known) =>
        known
            .Where(one => one.IsDefault && Qualifying.Check(one, ApplicantOf(current), asked.At).IsEmpty)
            .OrderByDescending(one => one.Customer == current.Customer)
            .ThenByDescending(one => one.Starts)
            .ThenBy(one => one.Id)
            .FirstOrDefault();

    private Refusal.TermsExhausted? Set(EntitlementFacts? entitlement, string because)
    {
        if (entitlement?.Id == current.Entitlement)
        {
            return null;
        }

        GiveBack("replaced");
        var isOpening = current.Entitlement is null && asked.Command is CaseCommand.Create;
        Add(
            new EntitlementSet(entitlement?.Id, current.Entitlement, entitlement is null ? "cleared" : because)
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            }
        );
        return entitlement is { DecreaseOn: Decrease.Creation }
            ? Take(entitlement, Units.InTerm, isOpening ? "created" : "set")
            : null;
    }

    private Refusal.TermsExhausted? Count(Case? before, ImmutableArray<CaseEvent> events)
    {
        foreach (var happened in events)
        {
            if (Count(before, happened) is { } exhausted)
            {
                return exhausted;
            }
        }

        return null;
    }

    private Refusal.TermsExhausted? Count(Case? before, CaseEvent happened)
    {
        switch (happened)
        {
            case Resolved resolved when Known is { DecreaseOn: Decrease.Resolution } entitlement:
                return Take(
                    entitlement,
                    entitlement.Allocation == Allocation.Cases ? Units.InTerm : resolved.BillableMinutes ?? 0,
                    "resolved"
                );
            case Cancelled when current.Taken is not null:
                GiveBack("cancelled");
                return null;
            case Reactivated when before is { State: CaseState.Resolved }:
                if (current.Taken is { On: Decrease.Resolution })
                {
                    GiveBack("reactivated");
                }

                return null;
            case Undone undone:
                return Exchange(undone.As.Taken);
            case Reactivated or Restored when Known is { DecreaseOn: Decrease.Creation } entitlement:
                return Take(entitlement, Units.InTerm, "reactivated");
            default:
                return null;
        }
    }

    private EntitlementFacts? Known =>
        current.Entitlement is { } id && asked.Told.Entitlements is { } known ? Find(known, id) : null;

    private Refusal.TermsExhausted? Take(EntitlementFacts entitlement, long units, string because)
    {
        if (units == 0 || current.DoNotDecrement || current.Taken is not null)
        {
            return null;
        }

        var origin = ApplicantOf(current).Channel;
        if (entitlement.ShortOf(units, origin) is { } balance)
        {
            return new Refusal.TermsExhausted(entitlement.Name, balance, units);
        }

        Add(
            new TermsTaken(
                entitlement.Id,
                entitlement.FindChannel(origin)?.Channel,
                units,
                entitlement.DecreaseOn,
                entitlement.IsRestricted,
                because
            )
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            }
        );
        return null;
    }

    // What it had taken before the change it has again, by opposite entries.
    private Refusal.TermsExhausted? Exchange(TakenTerms? before)
    {
        if (current.Taken == before)
        {
            return null;
        }

        GiveBack("undone");
        if (before is null)
        {
            return null;
        }

        var entitlement = asked.Told.Entitlements is { } known ? Find(known, before.Entitlement) : null;
        if (entitlement?.ShortOf(before.Units, before.Channel) is { } balance)
        {
            return new Refusal.TermsExhausted(entitlement.Name, balance, before.Units);
        }

        Add(
            new TermsTaken(
                before.Entitlement,
                before.Channel,
                before.Units,
                before.On,
                entitlement?.IsRestricted ?? false,
                "undone"
            )
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            }
        );
        return null;
    }

    private void GiveBack(string because)
    {
        if (current.Taken is { } taken)
        {
            Add(
                new TermsReturned(taken.Entitlement, taken.Channel, taken.Units, because)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                }
            );
        }
    }

    private void Add(CaseEvent happened)
    {
        told.Add(happened);
        current = CaseHistory.Evolve(current, happened);
    }

    private Applicant ApplicantOf(Case about) =>
        new(
            asked.Told.Customer is { } customer && customer.Id == about.Customer ? customer : null,
            about.Contact,
            about.Fields["product"]?.ToString(),
            about.Fields["origin"]?.ToString()
        );

    private static EntitlementFacts? Find(ImmutableArray<EntitlementFacts> known, Guid id)
    {
        foreach (var one in known)
        {
            if (one.Id == id)
            {
                return one;
            }
        }

        return null;
    }

    private static bool Changes(CaseEvent happened, string field)
    {
        if (happened is not Edited(var changes))
        {
            return false;
        }

        foreach (var change in changes)
        {
            if (change.Field == field)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What a command says about the entitlement: this one, or none.</summary>
internal readonly record struct AskedEntitlement(Guid? Entitlement);
