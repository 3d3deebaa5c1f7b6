using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>
/// Several cases become one, all or nothing: the survivor takes their activities and children, and they end as merged.
/// Each keeps its history, so that it can be let go again.
/// </summary>
internal static class Merging
{
    public static Decision Decide(Question asked, CaseCommand.Merge merge)
    {
        if (asked.Case.State != CaseState.Active)
        {
            return Refuse(new Refusal.WrongState("merge", asked.Case.State, ["reactivate"]));
        }

        var ids = merge.Cases.Distinct().ToImmutableArray();
        var most = asked.Process.Parts.Policies.MaxMerged;
        if (ids.IsEmpty || ids.Length > most)
        {
            var error = new FieldError("cases", $"Name from 1 to {most} cases that become part of this one.");
            return Refuse(new Refusal.FieldsInvalid([error]));
        }

        var lacks = ids.SelectMany(id => Lacks(asked, id)).ToImmutableArray();
        if (!lacks.IsEmpty)
        {
            return Refuse(new Refusal.MergeRefused(lacks));
        }

        var absorbed = ids.Select(id => asked.Related(id)!).ToImmutableArray();
        if (Choosing.Errors(asked, merge.Choose, absorbed) is [_, ..] errors)
        {
            return Refuse(new Refusal.FieldsInvalid(errors));
        }

        var children = absorbed.SelectMany(one => one.Case.Children).ToImmutableArray();
        if (
            !children.IsEmpty && Family.ParentLacks(asked, asked.Case.Children.Length + children.Length) is [_, ..] full
        )
        {
            return Refuse(new Refusal.MergeRefused(full));
        }

        var accepted = Absorb(asked, absorbed);
        return Choosing.Edited(asked, merge.Choose, absorbed) is { } edited
            ? accepted with
            {
                Events = [edited, .. accepted.Events],
            }
            : accepted;
    }

    /// <summary>
    /// The same from the other side: a case that is cancelled as part of another one. Its own events come from
    /// <see cref="Closing"/>; this is what the survivor and the children hear.
    /// </summary>
    public static ImmutableArray<AlongEvents> AlongWithCancelled(Question asked, RelatedCase survivor)
    {
        var absorbed = new RelatedCase(asked.Case, asked.Process, asked.Told);
        var of = new Question(survivor.Process, survivor.Case, asked.Command, asked.Told);
        return [new(survivor.Case.Id, [Merged(of, [absorbed])]), .. ChildrenMoved(of, [absorbed])];
    }

    /// <summary>What parents and children have against the case becoming part of the survivor; empty where nothing.</summary>
    public static ImmutableArray<Missing> KeptApart(Question asked, RelatedCase survivor) =>
        FamilyLacks(asked.Case, survivor.Case) is [_, ..] lacks ? lacks
        : asked.Case.Children.IsEmpty ? []
        : Family.ParentLacks(asked.On(survivor), survivor.Case.Children.Length + asked.Case.Children.Length);

    /// <summary>What keeps a case from becoming part of the survivor; empty where nothing does.</summary>
    private static ImmutableArray<Missing> FamilyLacks(Case absorbed, Case survivor) =>
        absorbed.Parent != survivor.Parent && absorbed.Parent is not null
            ?
            [
                Family.Lack(
                    absorbed.Id,
                    $"Case {absorbed.Ticket} is a child; it becomes part only of another child of the same parent."
                ),
            ]
        : !absorbed.Children.IsEmpty && survivor.Parent is not null
            ?
            [
                Family.Lack(
                    absorbed.Id,
                    $"Case {absorbed.Ticket} has children, and {survivor.Ticket} is a child, which has none."
                ),
            ]
        : [];

    private static ImmutableArray<Missing> Lacks(Question asked, CaseId id)
    {
        if (id == asked.Case.Id)
        {
            return [Family.Lack(id, "A case cannot become part of itself.")];
        }

        if (asked.Related(id) is not { Case: var other } related)
        {
            return [Family.Lack(id, $"There is no case {id}.")];
        }

        if (other.State != CaseState.Active)
        {
            return
            [
                Family.Lack(id, $"Case {other.Ticket} is {StateNames.Of(other.State)}; only active cases are merged."),
            ];
        }

        var family = FamilyLacks(other, asked.Case);
        return MergedStatus(related) is not { } status
                ? family.Add(
                    Family.Lack(id, $"Case {other.Ticket} cannot move from '{other.Status}' to a merged status.")
                )
            : Moves.Lacks(asked.On(related), other, status) is [_, ..] lacks
                ? family.AddRange(lacks.Select(lack => Family.Lack(id, $"Case {other.Ticket}: {lack.Detail}")))
            : family;
    }

    /// <summary>The merged status that its table leads to; null where it leads to none.</summary>
    private static string? MergedStatus(RelatedCase related)
    {
        foreach (var status in related.Process.Parts.Statuses)
        {
            if (status.IsMerged && Moves.Listed(related.Process, related.Case.Status, status.Key))
            {
                return status.Key;
            }
        }

        return null;
    }

    private static Decision.Accepted Absorb(Question asked, ImmutableArray<RelatedCase> absorbed) =>
        new([Merged(asked, absorbed)])
        {
            Along =
            [
                .. absorbed.Select(one => Ended(asked.On(one), asked.Case.Id, one)),
                .. ChildrenMoved(asked, absorbed),
            ],
        };

    private static Merged Merged(Question asked, ImmutableArray<RelatedCase> absorbed) =>
        new([.. absorbed.Select(one => Brought(one.Case, asked.At))])
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };

    private static MergedCase Brought(Case absorbed, DateTimeOffset at) =>
        new(
            absorbed.Id,
            absorbed.Ticket,
            at,
            absorbed.OpenActivities,
            [.. Enum.GetValues<ActivityKind>().Where(absorbed.HasDone)],
            absorbed.ActivityMinutes,
            absorbed.Children
        );

    private static AlongEvents Ended(Question of, CaseId survivor, RelatedCase one)
    {
        var cancelled = new Cancelled(of.Case.Status, MergedStatus(one)!, survivor)
        {
            By = of.By,
            At = of.At,
            Definition = of.Definition,
        };
        return new(of.Case.Id, Queueing.LeaveQueue(of) is { } left ? [cancelled, left] : [cancelled]);
    }

    // The other children and their parents hear of it in the same transaction.
    private static IEnumerable<AlongEvents> ChildrenMoved(Question asked, ImmutableArray<RelatedCase> absorbed) =>
        absorbed
            .SelectMany(one => one.Case.Children)
            .Select(asked.Related)
            .OfType<RelatedCase>()
            .Select(child => Family.Moved(asked, child, asked.Case.Id));
}
