using static CaseFlow.Engine.Cases.CaseEvent;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Field by field, whose value the survivor of a merge has: its own where nobody chooses.</summary>
internal static class Choosing
{
    public static ImmutableArray<FieldError> Errors(
        Question asked,
        ImmutableSortedDictionary<string, CaseId> choose,
        ImmutableArray<RelatedCase> absorbed
    )
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        foreach (var (field, from) in choose)
        {
            if (from != asked.Case.Id && !absorbed.Any(one => one.Case.Id == from))
            {
                errors.Add(new($"choose.{field}", $"Case {from} is none of those that are merged."));
            }
            else if (field == "title")
            {
                continue; // every case has one, and each fits
            }
            else if (asked.Process.FindField(field) is null)
            {
                errors.Add(new($"choose.{field}", $"There is no field '{field}'."));
            }
            else if (
                Value(asked, field, from, absorbed) is { } value
                && FieldRules.Check(asked.Process, field, value).Error is { } error
            )
            {
                errors.Add(new($"choose.{field}", error));
            }
        }

        return errors.ToImmutable();
    }

    /// <summary>The change that the choice makes to the survivor; null where it makes none.</summary>
    public static Edited? Edited(
        Question asked,
        ImmutableSortedDictionary<string, CaseId> choose,
        ImmutableArray<RelatedCase> absorbed
    )
    {
        var changes = choose
            .Select(choice => new FieldChange(
                choice.Key,
                ValueOf(asked.Case, choice.Key),
                Value(asked, choice.Key, choice.Value, absorbed)
            ))
            .Where(change => change.From != change.To)
            .ToImmutableArray();
        return changes.IsEmpty
            ? null
            : new Edited(changes)
            {
                By = asked.By,
                At = asked.At,
                Definition = asked.Definition,
            };
    }

    private static FieldValue? Value(Question asked, string field, CaseId from, ImmutableArray<RelatedCase> absorbed) =>
        ValueOf(absorbed.FirstOrDefault(one => one.Case.Id == from)?.Case ?? asked.Case, field);

    private static FieldValue? ValueOf(Case of, string field) =>
        field == "title" ? new FieldValue.Text(of.Title) : of.Fields[field];
}
