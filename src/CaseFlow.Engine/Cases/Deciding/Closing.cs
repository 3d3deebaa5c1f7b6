using CaseFlow.Engine.Processes;
using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Resolve, cancel and reactivate: the only ways from one state to another.</summary>
internal static class Closing
{
    /// <param name="withParent">The case ends because its parent does, wherever on its own path it stands.</param>
    public static Decision DecideResolve(Question asked, CaseCommand.Resolve resolve, bool withParent = false)
    {
        var (process, current) = (asked.Process, asked.Case);
        if (current.State != CaseState.Active)
        {
            // Resolving twice the same way is a button pressed twice.
            return current.State == CaseState.Resolved && (resolve.Status ?? current.Status) == current.Status
                ? Decision.Nothing
                : Refuse(new Refusal.WrongState("resolve", current.State, ["reactivate"]));
        }

        if (Target(asked, resolve.Status, CaseState.Resolved, "resolve", out var to) is { } refused)
        {
            return Refuse(refused);
        }

        var (fields, errors) = FieldRules.Check(process, resolve.Fields);
        errors = errors.AddRange(Billing.Check(asked, resolve));
        if (!errors.IsEmpty)
        {
            return Refuse(new Refusal.FieldsInvalid(errors));
        }

        var holds = process.Parts.Policies.OpenActivitiesHold;
        if (!current.OpenActivities.IsEmpty && (holds || !resolve.CancelOpenActivities))
        {
            return Refuse(new Refusal.OpenActivities(!holds, ActivityRules.Open(current)));
        }

        ImmutableArray<CaseEvent> cameAlong =
        [
            .. Editing.FieldsThatCameAlong(asked, fields) is { } edited ? [edited] : Array.Empty<CaseEvent>(),
            .. ActivityRules.CancelAll(asked),
        ];
        var wouldBe = cameAlong.Aggregate(current, CaseHistory.Evolve);
        ImmutableArray<Missing> onPath = withParent ? [] : PathLacks(asked, wouldBe);

        // What both the stage and the move demand is told once.
        ImmutableArray<Missing> lacks = [.. onPath.Union(Moves.Lacks(asked, wouldBe, to))];
        if (string.IsNullOrWhiteSpace(resolve.Resolution))
        {
            lacks = lacks.Add(new Missing("field", "resolution", "Say in 'resolution' how it was resolved."));
        }

        if (!lacks.IsEmpty)
        {
            return Refuse(new Refusal.ResolveBlocked(lacks));
        }

        var resolved = new Resolved(
            current.Status,
            to,
            resolve.Resolution!.Trim(),
            Billing.Minutes(asked, resolve),
            current.ActivityMinutes,
            Billing.Reason(asked, resolve)
        )
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
        var (along, held) = ChildClosing.Decide(asked, child => ResolveChild(asked, child, resolve));
        return held is not null
            ? Refuse(held)
            : new Decision.Accepted([.. cameAlong, resolved, .. OffQueue(asked)]) { Along = along };
    }

    public static Decision DecideCancel(Question asked, CaseCommand.Cancel cancel)
    {
        var current = asked.Case;
        if (current.State != CaseState.Active)
        {
            return Refuse(new Refusal.WrongState("cancel", current.State, ["reactivate"]));
        }

        if (Target(asked, cancel.Status, CaseState.Cancelled, "cancel", out var to) is { } refused)
        {
            return Refuse(refused);
        }

        // As part of another case it takes its open activities along; otherwise nobody would do them any more.
        if (!current.OpenActivities.IsEmpty && cancel.Into is null)
        {
            return Refuse(new Refusal.OpenActivities(false, ActivityRules.Open(current)));
        }

        if (SurvivorLacks(asked, cancel, asked.Process.FindStatus(to)!) is { } why)
        {
            return Refuse(new Refusal.SurvivorRequired(why));
        }

        var survivor = cancel.Into is { } into ? asked.Related(into) : null;
        if (survivor is not null && Merging.KeptApart(asked, survivor) is [_, ..] apart)
        {
            return Refuse(new Refusal.MergeRefused(apart));
        }

        if (Moves.Lacks(asked, current, to) is [_, ..] lacks)
        {
            return Refuse(new Refusal.TransitionBlocked(current.Status, to, lacks, StatusMoves.Others(asked, to)));
        }

        var cancelled = new Cancelled(current.Status, to, cancel.Into)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
        ImmutableArray<CaseEvent> ended = [cancelled, .. OffQueue(asked)];
        if (cancel.Into is not null)
        {
            return survivor is not null
                ? new Decision.Accepted(ended) { Along = Merging.AlongWithCancelled(asked, survivor) }
                : Accept(ended);
        }

        var (along, held) = ChildClosing.Decide(asked, child => CancelChild(asked, child, cancel));
        return held is not null ? Refuse(held) : new Decision.Accepted(ended) { Along = along };
    }

    private static Decision ResolveChild(Question asked, RelatedCase child, CaseCommand.Resolve resolve) =>
        DecideResolve(
            asked.On(child),
            resolve with
            {
                Status = Known(child, resolve.Status, CaseState.Resolved),
                BillableMinutes = null,
                Fields = FieldValues.Empty,
            },
            withParent: true
        );

    private static Decision CancelChild(Question asked, RelatedCase child, CaseCommand.Cancel cancel) =>
        DecideCancel(asked.On(child), cancel with { Status = Known(child, cancel.Status, CaseState.Cancelled) });

    // A child of another process ends in the first fitting status of its own.
    private static string? Known(RelatedCase child, string? status, CaseState state) =>
        status is not null && child.Process.FindStatus(status)?.State == state ? status : null;

    public static Decision DecideReactivate(Question asked, CaseCommand.Reactivate reactivate)
    {
        var current = asked.Case;
        if (current.State == CaseState.Active)
        {
            return Refuse(new Refusal.WrongState("reactivate", CaseState.Active, []));
        }

        if (current.MergedInto is { } survivor)
        {
            return Refuse(new Refusal.PartOfAnother(survivor));
        }

        if (Target(asked, reactivate.Status, CaseState.Active, "reactivate", out var to) is { } refused)
        {
            return Refuse(refused);
        }

        if (Moves.Lacks(asked, current, to) is [_, ..] lacks)
        {
            return Refuse(new Refusal.TransitionBlocked(current.Status, to, lacks, StatusMoves.Others(asked, to)));
        }

        if (string.IsNullOrWhiteSpace(reactivate.Reason) && asked.Process.Parts.Policies.ReactivatingNeedsReason)
        {
            return Refuse(
                new Refusal.FieldsInvalid([new FieldError("reason", "Say in 'reason' why it is taken up again.")])
            );
        }

        return Accept(
            new Reactivated(current.Status, to, reactivate.Reason)
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            }
        );
    }

    /// <summary>The status to go to: the one named, else the process's first one of that state that the table leads to.</summary>
    private static Refusal? Target(Question asked, string? named, CaseState state, string command, out string to)
    {
        var process = asked.Process;
        to =
            named
            ?? FirstReachable(asked, state)
            ?? process.Parts.Statuses.FirstOrDefault(s => s.State == state)?.Key
            ?? "";
        if (process.FindStatus(to) is not { } status)
        {
            var known = process.Parts.Statuses.Where(one => one.State == state).Select(one => one.Key);
            return new Refusal.UnknownStatus(to, [.. known]);
        }

        if (status.State != state)
        {
            var possible = Moves.From(process, asked.Case.Status).Where(key => process.FindStatus(key)!.State == state);
            return new Refusal.WrongTarget(command, to, state, [.. possible]);
        }

        return Moves.Listed(process, asked.Case.Status, to) ? null : StatusMoves.NotListed(asked, to);
    }

    private static string? FirstReachable(Question asked, CaseState state)
    {
        foreach (var status in asked.Process.Parts.Statuses)
        {
            if (status.State == state && !status.IsMerged && Moves.Listed(asked.Process, asked.Case.Status, status.Key))
            {
                return status.Key;
            }
        }

        return null;
    }

    // A case is resolved at the end of its path, with the last stage's required steps done.
    private static ImmutableArray<Missing> PathLacks(Question asked, Case wouldBe)
    {
        if (asked.Process.Stages.IsEmpty || asked.Process.Parts.Policies.ResolveFromAnyStage)
        {
            return [];
        }

        var last = asked.Process.Stages[^1];
        if (wouldBe.Stage != last.Key)
        {
            var detail = $"The case is at stage '{wouldBe.Stage}'; it is resolved from '{last.Key}'.";
            return [new Missing("stage", last.Key, detail)];
        }

        return Gates.OpenSteps(last, wouldBe, asked.FactsOver(wouldBe));
    }

    private static string? SurvivorLacks(Question asked, CaseCommand.Cancel cancel, StatusDefinition to) =>
        (to.IsMerged, cancel.Into) switch
        {
            (false, null) => null,
            (false, _) => $"'into' goes with the status 'merged', not with '{to.Key}'.",
            (true, null) => "Name in 'into' the case that this one becomes part of.",
            (true, var into) when into == asked.Case.Id => "A case cannot become part of itself.",
            (true, var into) when asked.Told.Survivor is not { } survivor || survivor.Id != into =>
                $"There is no case {into} that this one could become part of.",
            _ when asked.Told.Survivor!.State != CaseState.Active =>
                "The case that this one becomes part of must be active.",
            _ => null,
        };

    private static ImmutableArray<CaseEvent> OffQueue(Question asked) =>
        Queueing.LeaveQueue(asked) is { } left ? [left] : [];
}
