using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases;

/// <summary>
/// What somebody can do with a case now, and why not the rest. There is no second set of rules behind it:
/// every entry is a command that was put to <see cref="CaseDecider"/>, whose answer is thrown away.
/// </summary>
public static class CasePossibilities
{
    private const string LaterText = "asked for when it is given";

    // Stands for the surviving case that will be asked for: whether there is one is not this list's question.
    private static readonly SurvivorFacts LaterSurvivor = new(new CaseId(Guid.Empty), CaseState.Active);

    // Work still to be done, as an open case takes it.
    private static readonly ActivityContent LaterActivity = new(
        ActivityKind.Task,
        LaterText,
        null,
        null,
        IsPublic: false,
        null
    );

    /// <param name="told">The facts as for any command on this case.</param>
    public static ImmutableArray<Possibility> Of(
        CaseProcess process,
        Case current,
        Actor by,
        DateTimeOffset at,
        CaseFacts told
    ) => [.. Candidates(process, current, by, at).Select(candidate => Try(process, current, candidate, told))];

    private static Possibility Try(CaseProcess process, Case current, Candidate candidate, CaseFacts told)
    {
        var refusal = CaseDecider.Decide(
            process,
            current,
            candidate.Command,
            candidate.Later.IsDefaultOrEmpty
                ? told with
                {
                    Survivor = LaterSurvivor,
                }
                : told with
                {
                    Survivor = LaterSurvivor,
                    Related = candidate.Later,
                }
        )
            is Decision.Refused(var reason)
            ? reason
            : null;
        return new Possibility(
            CommandNames.Of(candidate.Command),
            candidate.To,
            candidate.Title,
            candidate.Asks,
            candidate.Command,
            refusal
        );
    }

    private static IEnumerable<Candidate> Candidates(CaseProcess process, Case current, Actor by, DateTimeOffset at)
    {
        yield return new(new CaseCommand.Edit(NoChange(current)) { By = by, At = at }, null, null, ["fields"]);

        foreach (var status in process.Parts.Statuses)
        {
            yield return new(Into(current, status, by, at), status.Key, status.Title, Asks(process, current, status));
        }

        foreach (var move in StageMoves(process))
        {
            var command = new CaseCommand.MoveStage(move.To, LaterText) { By = by, At = at };
            yield return new(command, move.To, move.Title, move.Title is null ? [] : ["reason"]);
        }

        yield return new(new CaseCommand.Route { By = by, At = at }, null, null, []);
        foreach (var queue in process.Parts.Queues)
        {
            yield return new(new CaseCommand.AddToQueue(queue.Key) { By = by, At = at }, queue.Key, queue.Title, []);
        }

        yield return new(new CaseCommand.Pick { By = by, At = at }, null, null, []);
        yield return new(new CaseCommand.Release { By = by, At = at }, null, null, []);
        yield return new(new CaseCommand.RemoveFromQueue { By = by, At = at }, null, null, []);
        yield return new(
            new CaseCommand.Assign(by.User, null, LaterText) { By = by, At = at },
            null,
            null,
            ["user", "team", "note"]
        );

        yield return new(new CaseCommand.FindCase(Seen: 0) { By = by, At = at }, null, null, []);
        yield return new(
            new CaseCommand.LinkSimilar(LaterSurvivor.Id, SolutionFound: true) { By = by, At = at },
            null,
            null,
            ["caseId", "solutionFound"]
        );
        yield return new(
            new CaseCommand.DoNotDecrement(!current.DoNotDecrement, LaterText) { By = by, At = at },
            null,
            null,
            ["on", "reason"]
        );

        yield return new(new CaseCommand.Undo(current.LastChange?.Token) { By = by, At = at }, null, null, ["token"]);
        yield return new(
            new CaseCommand.AddActivity(Guid.Empty, LaterActivity, IsDone: false, null) { By = by, At = at },
            null,
            null,
            ["kind", "subject"]
        );
        foreach (var family in LaterFamily.Candidates(process, current, by, at))
        {
            yield return new(family.Command, family.To, null, family.Asks) { Later = family.Related };
        }

        foreach (var open in current.OpenActivities)
        {
            var id = open.Id.ToString();
            var title = new LocalText(open.Subject);
            yield return new(
                new CaseCommand.CompleteActivity(open.Id, null) { By = by, At = at },
                id,
                title,
                ["minutes"]
            );
            yield return new(new CaseCommand.CancelActivity(open.Id) { By = by, At = at }, id, title, []);
        }
    }

    /// <summary>The command that leads to a status: a move within the state, or the one that changes the state.</summary>
    private static CaseCommand Into(Case current, StatusDefinition status, Actor by, DateTimeOffset at) =>
        (current.State, status.State) switch
        {
            var (from, to) when from == to => new CaseCommand.MoveStatus(status.Key, FieldValues.Empty)
            {
                By = by,
                At = at,
            },
            (_, CaseState.Resolved) => new CaseCommand.Resolve(
                status.Key,
                LaterText,
                null,
                FieldValues.Empty,
                CancelOpenActivities: true
            )
            {
                By = by,
                At = at,
            },
            (_, CaseState.Cancelled) => new CaseCommand.Cancel(status.Key, status.IsMerged ? LaterSurvivor.Id : null)
            {
                By = by,
                At = at,
            },
            _ => new CaseCommand.Reactivate(status.Key, LaterText) { By = by, At = at },
        };

    private static ImmutableArray<string> Asks(CaseProcess process, Case current, StatusDefinition status) =>
        current.State == status.State ? []
        : status.State == CaseState.Active
            ? process.Parts.Policies.ReactivatingNeedsReason ? ["reason"]
                : []
        : status.State == CaseState.Resolved
            ? current.OpenActivities.IsEmpty || process.Parts.Policies.OpenActivitiesHold ? ["resolution"]
                : ["resolution", "cancelOpenActivities"]
        : status.IsMerged ? ["into"]
        : [];

    private static IEnumerable<(string To, LocalText? Title)> StageMoves(CaseProcess process) =>
        process.Stages.IsEmpty
            ? []
            : [("next", null), ("back", null), .. process.Stages.Select(stage => (stage.Key, (LocalText?)stage.Title))];

    private static ImmutableSortedDictionary<string, FieldValue?> NoChange(Case current) =>
        ImmutableSortedDictionary<string, FieldValue?>.Empty.Add("title", new FieldValue.Text(current.Title));

    private readonly record struct Candidate(
        CaseCommand Command,
        string? To,
        LocalText? Title,
        ImmutableArray<string> Asks
    )
    {
        /// <summary>Stands for the other cases that will be named.</summary>
        public ImmutableArray<RelatedCase> Later { get; init; }
    }
}

/// <summary>One thing that could be asked of a case now.</summary>
/// <param name="Name">The command's name.</param>
/// <param name="To">The status, stage or queue that it leads to, where it leads to one.</param>
/// <param name="Asks">What whoever gives the command is asked for with it.</param>
/// <param name="Refusal">Why not; null where it would be accepted.</param>
public sealed record Possibility(
    string Name,
    string? To,
    LocalText? Title,
    ImmutableArray<string> Asks,
    CaseCommand Command,
    Refusal? Refusal
);
