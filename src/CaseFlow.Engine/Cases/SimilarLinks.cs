using CaseFlow.Engine.Cases.Deciding;
using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Cases;

/// <summary>Links between cases that are alike: decided for one, written to both.</summary>
public static class SimilarLinks
{
    /// <summary>A solution that helps everywhere is linked from everywhere; the history has all of them, the case these.</summary>
    private const int MostListed = 100;

    internal static Decision Decide(Question asked, CaseCommand.LinkSimilar link)
    {
        if (link.Other == asked.Case.Id)
        {
            return Wrong("A case is not similar to itself; name another one.");
        }

        var other = asked.Related(link.Other);
        if (other is null && asked.Told.Survivor?.Id != link.Other)
        {
            return Wrong($"There is no case {link.Other}.");
        }

        if (
            asked.Case.SimilarCases.Any(known =>
                IsSame(known, link.Other, isBack: false) && known.SolutionFound == link.SolutionFound
            )
        )
        {
            return Decision.Nothing;
        }

        var linked = new SimilarLinked(link.Other, link.SolutionFound, IsBack: false)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
        return new Decision.Accepted([linked])
        {
            Along = other is null ? [] : [new(link.Other, [Back(linked, asked.Case.Id, other.Process.Hash)])],
        };
    }

    /// <summary>What the other case is told of a link.</summary>
    /// <param name="from">The case that the link was made from.</param>
    /// <param name="definition">The hash of the definition that decides about the other one.</param>
    public static SimilarLinked Back(SimilarLinked linked, CaseId from, string definition) =>
        linked with
        {
            Other = from,
            IsBack = true,
            Definition = definition,
        };

    internal static Case Link(Case current, SimilarLinked linked)
    {
        var known = current.SimilarCases.FirstOrDefault(one => IsSame(one, linked.Other, linked.IsBack));
        var others = known is null ? current.SimilarCases : current.SimilarCases.Remove(known);
        var given =
            (known is { IsBack: true, SolutionFound: true } ? -1 : 0)
            + (linked is { IsBack: true, SolutionFound: true } ? 1 : 0);
        return current with
        {
            SimilarCases =
            [
                .. others.Skip(others.Length - MostListed + 1),
                new(linked.Other, linked.SolutionFound, linked.IsBack, linked.By, linked.At),
            ],
            SolutionsGiven = current.SolutionsGiven + given,
        };
    }

    private static bool IsSame(SimilarCase known, CaseId other, bool isBack) =>
        known.Id == other && known.IsBack == isBack;

    private static Decision Wrong(string detail) =>
        Question.Refuse(new Refusal.FieldsInvalid([new FieldError("caseId", detail)]));
}
