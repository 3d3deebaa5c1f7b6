using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Logs;

/// <summary>Drives one case of a log: asks the engine for each of its events, and follows where that is allowed.</summary>
internal sealed class CaseDriver(
    CaseProcess process,
    LogVocabulary vocabulary,
    string loggedId,
    int number,
    ReplayTally tally
)
{
    private readonly CaseId id = new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    /// <summary>The case as it is now; null while no event could create it.</summary>
    public Case? Current { get; private set; }

    public void Drive(LoggedEvent happened)
    {
        var from = Current?.Status;
        var to = vocabulary.Status(happened.Status);
        var command = Current is null
            ? EventCommands.ThatCreates(process, id, loggedId, to ?? happened.Status, happened)
            : EventCommands.ThatLeads(process, Current, to ?? happened.Status, happened);
        var refused = Ask(command);
        tally.Add(
            new EventVerdict(
                loggedId,
                happened,
                from,
                to ?? LogText.Clean(happened.Status),
                CommandNames.Of(command),
                refused?.Code,
                Current?.Status
            ),
            refused
        );
        FollowQueue(happened);
    }

    // The log tells who has the case beside what happened to it, so a refused queue says nothing against the event.
    private void FollowQueue(LoggedEvent happened)
    {
        if (happened.Queue is not { Length: > 0 } word || Current is not { State: CaseState.Active })
        {
            return;
        }

        var queue = vocabulary.Queue(word) ?? word;
        if (queue != Current.Queue)
        {
            var refused = Ask(
                new CaseCommand.AddToQueue(queue) { By = EventCommands.Actor(happened), At = happened.At }
            );
            tally.AddQueueMove(queue, refused);
        }
    }

    private Refusal? Ask(CaseCommand command)
    {
        switch (CaseDecider.Decide(process, Current, command, EventCommands.Told))
        {
            case Decision.Refused(var reason):
                return reason;
            case Decision.Accepted(var events):
                Current = events.Aggregate(Current, CaseHistory.Evolve);
                break;
        }

        return null;
    }
}
