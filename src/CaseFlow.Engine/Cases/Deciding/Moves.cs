using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>The transition table: whether a case can go from one status to another, and what it lacks.</summary>
internal static class Moves
{
    /// <summary>Where the table leads from here, whatever is still missing; each status once, in the file's order.</summary>
    public static ImmutableArray<string> From(CaseProcess process, string status) =>
        [.. process.ExitsOf(status).Select(transition => transition.To).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether any line of the table leads there.</summary>
    public static bool Listed(CaseProcess process, string from, string to)
    {
        foreach (var transition in process.ExitsOf(from))
        {
            if (transition.To == to)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What keeps the case from moving; empty where it can. Where several lines lead to the target one is enough,
    /// and the one that lacks least is told of.
    /// </summary>
    /// <param name="wouldBe">The case with the fields that come with the move.</param>
    public static ImmutableArray<Missing> Lacks(Question asked, Case wouldBe, string to)
    {
        ConditionFacts? facts = null;
        ImmutableArray<Missing>? least = null;
        foreach (var transition in asked.Process.ExitsOf(asked.Case.Status))
        {
            if (transition.To != to)
            {
                continue;
            }

            if (!transition.When.IsEmpty)
            {
                facts ??= asked.FactsOver(wouldBe);
            }

            var lacks = Lacks(transition, asked.Command.By, wouldBe, facts);
            if (lacks.IsEmpty)
            {
                return lacks;
            }

            least = least is { } best && best.Length <= lacks.Length ? best : lacks;
        }

        return least ?? [];
    }

    /// <summary>What this one line of the table lacks.</summary>
    public static ImmutableArray<Missing> Lacks(Transition transition, Actor by, Case wouldBe, ConditionFacts? facts)
    {
        ImmutableArray<Missing> lacks = [];
        if (transition.Roles != Role.None && (transition.Roles & by.Roles) == Role.None)
        {
            var roles = string.Join(" or ", RoleNames.Of(transition.Roles));
            lacks = lacks.Add(new Missing("role", roles, $"It takes the role {roles}."));
        }

        foreach (var field in transition.Requires)
        {
            if (wouldBe.Fields[field] is null)
            {
                lacks = lacks.Add(new Missing("field", field, $"'{field}' must be filled."));
            }
        }

        return Gates.Lacks(transition.When, facts, lacks);
    }
}
