using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Scenarios.Covering;

/// <summary>Somebody wanted a case to come to another status.</summary>
/// <param name="Case">As it would have been with the fields that came with the command.</param>
/// <param name="ByItself">The case made the move at its time.</param>
internal sealed record MoveAttempt(Case Case, string To, Actor By, ConditionFacts Facts, bool Made, bool ByItself)
{
    public static IEnumerable<MoveAttempt> Of(CaseProcess process, ImmutableArray<AskedInScenario> asked) =>
        asked.SelectMany(one => Asked(process, one).Concat(Automatic(process, one)));

    private static IEnumerable<MoveAttempt> Asked(CaseProcess process, AskedInScenario one)
    {
        if (one.Before is { } before && TargetOf(one) is { } to)
        {
            var wouldBe = WouldBe(before, one.Command);
            yield return new MoveAttempt(
                wouldBe,
                to,
                one.Command.By,
                process.Conditions.Facts(wouldBe, one.Told, one.Command.By, one.Command.At),
                Own(one).Any(IsMove),
                one.Command is CaseCommand.Ring
            );
        }
    }

    /// <summary>The moves that automation rules made.</summary>
    private static IEnumerable<MoveAttempt> Automatic(CaseProcess process, AskedInScenario one)
    {
        var current = one.Before;
        string? rule = null;
        foreach (var happened in one.Events)
        {
            rule = happened is CaseEvent.AutomationFired ? happened.By : rule;
            if (happened.By == rule && current is not null && LedTo(happened) is { } to)
            {
                var by = new Actor(happened.By, Role.Automation);
                var facts = process.Conditions.Facts(current, one.Told, by, happened.At);
                yield return new MoveAttempt(current, to, by, facts, Made: true, ByItself: false);
            }

            current = CaseHistory.Evolve(current, happened);
        }
    }

    // What a rule did with it is not what was asked.
    private static IEnumerable<CaseEvent> Own(AskedInScenario one) =>
        one.Events.TakeWhile(happened => happened is not CaseEvent.AutomationFired);

    /// <summary>The lines of the table that lead there.</summary>
    public IEnumerable<Transition> Lines(CaseProcess process) =>
        process
            .ExitsOf(Case.Status)
            .Where(transition => transition.To == To && (!ByItself || transition.After is not null));

    public ImmutableArray<Missing> Lacks(Transition line) =>
        Moves.Lacks(line, ByItself ? By with { Roles = By.Roles | line.Roles } : By, Case, Facts);

    /// <summary>The case with the fields that come with the command.</summary>
    public static Case WouldBe(Case before, CaseCommand command) =>
        before with
        {
            Fields = FieldsOf(command).Aggregate(before.Fields, (all, one) => all.With(one.Key, one.Value)),
        };

    // What a command leads to where it does not say so is only known once it has led there.
    private static string? TargetOf(AskedInScenario one) =>
        Own(one).Select(LedTo).OfType<string>().FirstOrDefault()
        ?? one.Command switch
        {
            CaseCommand.MoveStatus move => move.To,
            CaseCommand.Resolve resolve => resolve.Status,
            CaseCommand.Cancel cancel => cancel.Status,
            CaseCommand.Reactivate again => again.Status,
            _ => null,
        };

    private static string? LedTo(CaseEvent happened) =>
        happened switch
        {
            CaseEvent.StatusMoved moved => moved.To,
            CaseEvent.Resolved resolved => resolved.Status,
            CaseEvent.Cancelled cancelled => cancelled.Status,
            CaseEvent.Reactivated again => again.Status,
            _ => null,
        };

    private static bool IsMove(CaseEvent happened) => LedTo(happened) is not null;

    private static FieldValues FieldsOf(CaseCommand command) =>
        command switch
        {
            CaseCommand.MoveStatus move => move.Fields,
            CaseCommand.Resolve resolve => resolve.Fields,
            _ => FieldValues.Empty,
        };
}
