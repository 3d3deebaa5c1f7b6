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

    /// <summary>The same command, as it is put to another case.</summary>
    public Question On(RelatedCase other) => new(other.Process, other.Case, Command, other.Told);

    /// <summary>Another case that the command is about; null where there is no such case.</summary>
    public RelatedCase? Related(CaseId id)
    {
        foreach (var related in Told.Related)
        {
            if (related.Case.Id == id)
            {
                return related;
            }
        }

        return null;
    }

    public static Decision Accept(params ImmutableArray<CaseEvent> events) => new Decision.Accepted(events);

    public static Decision Refuse(Refusal refusal) => new Decision.Refused(refusal);
}
