using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>One command to one case, with everything that its answer may depend on.</summary>
internal readonly record struct Question(CaseProcess Process, Case Case, CaseCommand Command, CaseFacts Told)
{
    public string By => Command.By.User;

    public DateTimeOffset At => Command.At;

    /// <summary>The hash that each event of the answer carries.</summary>
    public string Definition => Process.Hash;

    /// <summary>What conditions see, over the case as it would be.</summary>
    public ConditionFacts FactsOver(Case wouldBe) => Process.Conditions.Facts(wouldBe, Told, Command.By, At);

    public static Decision Accept(params ImmutableArray<CaseEvent> events) => new Decision.Accepted(events);

    public static Decision Refuse(Refusal refusal) => new Decision.Refused(refusal);
}
