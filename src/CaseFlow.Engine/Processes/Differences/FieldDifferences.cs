using System.Globalization;

namespace CaseFlow.Engine.Processes.Differences;

/// <summary>What differs between the fields of two versions.</summary>
internal static class FieldDifferences
{
    public static void Find(DifferenceList list)
    {
        foreach (var field in list.New.Fields)
        {
            var now = list.NewPlaces.Named("fields", field.Key);
            if (list.Fields.Before(list.Old.Fields, field.Key, one => one.Key) is { } before)
            {
                Compare(list, before, field, list.OldPlaces.Named("fields", before.Key), now);
            }
            else
            {
                list.Add("field-added", null, now, list.Shown(field.Label), TypeOf(field));
            }
        }

        foreach (var gone in list.Old.Fields.Where(one => list.Fields[one.Key] is null))
        {
            list.Add("field-removed", list.OldPlaces.Named("fields", gone.Key), null, list.Shown(gone.Label));
        }
    }

    private static void Compare(DifferenceList list, FieldDefinition before, FieldDefinition after, Said old, Said now)
    {
        var label = list.Shown(after.Label);
        if (before.Key != after.Key)
        {
            list.Add("field-rekeyed", old, now, label, before.Key, after.Key);
        }

        list.Title("field", before.Label, after.Label, old, now);
        Value("type", TypeOf(before), TypeOf(after));
        Value("min", Number(before.Min), Number(after.Min));
        Value("max", Number(before.Max), Number(after.Max));
        Value("max-length", Number(before.MaxLength), Number(after.MaxLength));
        Value("pattern", before.Pattern?.ToString(), after.Pattern?.ToString());
        foreach (var choice in after.Choices.Except(before.Choices, StringComparer.Ordinal))
        {
            list.Add("field-choice-added", old.Part("choices"), now.Part("choices"), label, choice);
        }

        foreach (var choice in before.Choices.Except(after.Choices, StringComparer.Ordinal))
        {
            list.Add("field-choice-removed", old.Part("choices"), now.Part("choices"), label, choice);
        }

        void Value(string key, string? was, string? isNow) =>
            list.Value("field", was, isNow, old.Part(key), now.Part(key), label, key);
    }

    private static string TypeOf(FieldDefinition field) => field.Type.ToString().ToLowerInvariant();

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
