using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Storage;

namespace CaseFlow.Benchmarks;

/// <summary>The rows of status moves, made ahead of time, for loops that do nothing but write.</summary>
/// <param name="writers">The groups are theirs in turn, and each has cases of its own.</param>
/// <param name="inGroup">So many moves, each of another case.</param>
internal sealed class PreparedMoves(CaseProcess process, IEnumerable<StoredCase> cases, int writers, int inGroup)
{
    private readonly StoredCase[][] ofWriter =
    [
        .. cases.Index().GroupBy(one => one.Index % writers, one => one.Item).Select(own => own.ToArray()),
    ];

    private readonly Random choice = new(1);

    public List<PreparedAppend[]> Next(int moves) =>
        [.. Enumerable.Range(0, moves / inGroup).Select(number => Group(ofWriter[number % writers]))];

    private PreparedAppend[] Group(StoredCase[] own)
    {
        choice.Shuffle(own);
        var group = new PreparedAppend[inGroup];
        for (var index = 0; index < inGroup; index++)
        {
            group[index] = Move(own[index]);
            own[index] = group[index].After!;
        }

        return group;
    }

    private PreparedAppend Move(StoredCase before)
    {
        var to = before.Case.Status == MovePlan.Plain ? "in-progress" : MovePlan.Plain;
        var move = new CaseCommand.MoveStatus(to, FieldValues.Empty)
        {
            By = CaseSeed.Ann,
            At = TimeProvider.System.GetUtcNow(),
        };
        var events = ((Decision.Accepted)CaseDecider.Decide(process, before.Case, move, CaseFacts.None)).Events;
        var append = PreparedAppend.Of(new CaseAppend(before, events));
        return append is { Side: [], Events: [_] }
            ? append
            : throw new InvalidOperationException("The bare loops write a case, an event and an outbox row.");
    }
}
