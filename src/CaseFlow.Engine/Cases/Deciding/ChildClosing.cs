using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>What ending a parent means for its children: nothing, their end as well, or that it cannot end before them.</summary>
internal static class ChildClosing
{
    /// <param name="close">Ends one child, as its own process decides.</param>
    /// <returns>What happens to the children, or why the parent cannot end.</returns>
    public static (ImmutableArray<AlongEvents> Along, Refusal? Refused) Decide(
        Question asked,
        Func<RelatedCase, Decision> close
    )
    {
        var policy = asked.Process.Parts.Policies.Closing;
        if (asked.Case.Children.IsEmpty || policy == ChildPolicy.Independent)
        {
            return ([], null);
        }

        // A case that something happens to along with another does not know its children.
        if (asked.Case.Children.Any(child => asked.Related(child) is null))
        {
            return ([], new Refusal.ChildrenActive([.. asked.Case.Children.Select(Unknown)]));
        }

        ImmutableArray<RelatedCase> active =
        [
            .. asked
                .Case.Children.Select(asked.Related)
                .OfType<RelatedCase>()
                .Where(child => child.Case.State == CaseState.Active),
        ];
        return policy == ChildPolicy.Restrict && !active.IsEmpty ? ([], Restricted(active)) : CloseAll(active, close);
    }

    private static (ImmutableArray<AlongEvents> Along, Refusal? Refused) CloseAll(
        ImmutableArray<RelatedCase> active,
        Func<RelatedCase, Decision> close
    )
    {
        var along = ImmutableArray.CreateBuilder<AlongEvents>(active.Length);
        var lacks = ImmutableArray.CreateBuilder<Missing>();
        foreach (var child in active)
        {
            switch (close(child))
            {
                case Decision.Accepted(var events):
                    along.Add(new(child.Case.Id, events));
                    break;
                case Decision.Refused(var why):
                    lacks.Add(Family.Lack(child.Case.Id, $"Case {child.Case.Ticket}: {why.Explain()}"));
                    break;
            }
        }

        return lacks.Count > 0 ? ([], new Refusal.ChildrenActive(lacks.ToImmutable())) : (along.ToImmutable(), null);
    }

    private static Missing Unknown(CaseId child) =>
        Family.Lack(child, $"Whether the child {child} can end as well is not known here; end the case itself.");

    private static Refusal.ChildrenActive Restricted(ImmutableArray<RelatedCase> active) =>
        new([.. active.Select(child => Family.Lack(child.Case.Id, $"The child {child.Case.Ticket} is active."))]);
}
