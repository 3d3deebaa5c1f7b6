using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>
/// Parents and children, one level deep: a child has no children, and a parent becomes no child
/// (the rules of Dynamics' incident hierarchies).
/// </summary>
internal static class Family
{
    public static Decision DecideAdd(Question asked, CaseCommand.AddChildren add)
    {
        var current = asked.Case;
        if (current.State != CaseState.Active)
        {
            return Refuse(new Refusal.WrongState("add-children", current.State, ["reactivate"]));
        }

        if (add.Cases.IsEmpty)
        {
            return Refuse(new Refusal.FieldsInvalid([new FieldError("cases", "Name the cases that become children.")]));
        }

        var wanted = add.Cases.Distinct().Where(id => !current.Children.Contains(id)).ToImmutableArray();
        if (wanted.IsEmpty)
        {
            return Decision.Nothing;
        }

        var lacks = ParentLacks(asked, current.Children.Length + wanted.Length);
        lacks = lacks.AddRange(wanted.SelectMany(id => ChildLacks(asked, id)));
        return lacks.IsEmpty
            ? new Decision.Accepted([Added(asked, wanted)])
            {
                Along = [.. wanted.Select(id => Moved(asked, asked.Related(id)!, current.Id))],
            }
            : Refuse(new Refusal.FamilyRefused(lacks));
    }

    public static Decision DecideRemove(Question asked, CaseCommand.RemoveChild remove) =>
        !asked.Case.Children.Contains(remove.Case) || asked.Related(remove.Case) is not { } child
            ? Refuse(new Refusal.FamilyRefused([Lack(remove.Case, $"{remove.Case} is no child of it.")]))
            : new Decision.Accepted([Removed(asked, [remove.Case])]) { Along = [Moved(asked, child, null)] };

    /// <summary>What keeps a new case from being opened under a parent; empty where nothing does.</summary>
    public static ImmutableArray<Missing> OpeningLacks(CaseId parent, RelatedCase? found) =>
        found is null ? [Lack(parent, $"There is no case {parent} that this one could be a child of.")]
        : found.Case.State != CaseState.Active
            ? [Lack(parent, $"Case {found.Case.Ticket} is closed; it takes no children.")]
        : ParentLacks(found.Case, found.Process.Parts.Policies.MaxChildren, found.Case.Children.Length + 1);

    /// <summary>The child is told of its new parent, or of none.</summary>
    public static AlongEvents Moved(Question asked, RelatedCase child, CaseId? to) =>
        new(
            child.Case.Id,
            [
                new ParentChanged(child.Case.Parent, to)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = child.Process.Hash,
                },
            ]
        );

    public static ChildrenAdded Added(Question asked, ImmutableArray<CaseId> children) =>
        new(children)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };

    public static ChildrenRemoved Removed(Question asked, ImmutableArray<CaseId> children) =>
        new(children)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };

    public static Missing Lack(CaseId id, string why) => new("case", id.ToString(), why);

    public static ImmutableArray<Missing> ParentLacks(Question asked, int children) =>
        ParentLacks(asked.Case, asked.Process.Parts.Policies.MaxChildren, children);

    private static ImmutableArray<Missing> ParentLacks(Case parent, int most, int children) =>
        parent.Parent is not null
            ? [Lack(parent.Id, $"Case {parent.Ticket} is a child itself; a child has no children.")]
        : children > most ? [Lack(parent.Id, $"A case has at most {most} children; these would be {children}.")]
        : [];

    private static ImmutableArray<Missing> ChildLacks(Question asked, CaseId id) =>
        id == asked.Case.Id ? [Lack(id, "A case cannot be its own child.")]
        : asked.Related(id) is not { Case: var child } ? [Lack(id, $"There is no case {id}.")]
        : !child.Children.IsEmpty ? [Lack(id, $"Case {child.Ticket} has children; a parent cannot become a child.")]
        : child.Parent is not null ? [Lack(id, $"Case {child.Ticket} is the child of another case.")]
        : child.MergedInto is not null ? [Lack(id, $"Case {child.Ticket} has become part of another case.")]
        : [];
}
