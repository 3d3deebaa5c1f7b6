using System.Globalization;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Whether values fit their fields, and how they are kept.</summary>
internal static class FieldRules
{
    /// <summary>The values as they are kept, and everything that is wrong with them.</summary>
    public static (FieldValues Fields, ImmutableArray<FieldError> Errors) Check(CaseProcess process, FieldValues given)
    {
        if (given.Count == 0)
        {
            return (given, []);
        }

        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var kept = new List<KeyValuePair<string, FieldValue>>(given.Count);
        foreach (var (key, value) in given)
        {
            switch (Check(process, key, value))
            {
                case (var fits, null):
                    kept.Add(new(key, fits));
                    break;
                case (_, { } error):
                    errors.Add(new FieldError(key, error));
                    break;
            }
        }

        return (FieldValues.Of(kept), errors.ToImmutable());
    }

    /// <summary>The value as it is kept, or what is wrong with it.</summary>
    public static (FieldValue Value, string? Error) Check(CaseProcess process, string key, FieldValue value)
    {
        if (process.FindField(key) is not { } field)
        {
            var known = process.Parts.Fields.Select(one => one.Key);
            return (value, $"There is no field '{key}'{Nearest.Suggest(key, known)}.");
        }

        return
            key == BuiltInFields.Subject
            && value is FieldValue.Text(var subject)
            && process.Parts.Subjects.Find(subject) is { IsRetired: true }
            ? (value, $"'{key}' cannot be '{subject}' any more: it is retired.")
            : Check(field, value);
    }

    /// <summary>The value as it is kept, or what is wrong with it.</summary>
    public static (FieldValue Value, string? Error) Check(FieldDefinition field, FieldValue value) =>
        (field.Type, value) switch
        {
            (FieldType.Text, FieldValue.Text(var text)) => (value, TextError(field, text)),
            (FieldType.Choice, FieldValue.Text(var text)) => (value, ChoiceError(field, text)),
            (FieldType.Boolean, FieldValue.Boolean) => (value, null),
            (FieldType.Integer, FieldValue.Integer(var whole)) => (value, RangeError(field, whole)),
            (FieldType.Decimal, FieldValue.Decimal(var number)) => (value, RangeError(field, number)),
            (FieldType.Decimal, FieldValue.Integer(var whole)) => (
                new FieldValue.Decimal(whole),
                RangeError(field, whole)
            ),
            (FieldType.Date, FieldValue.Text(var text)) => KeepDate(field, text),
            (FieldType.Time, FieldValue.Text(var text)) => KeepTime(field, text),
            _ => (value, $"'{field.Key}' takes {Wanted(field.Type)}, not {Given(value)}."),
        };

    private static string? TextError(FieldDefinition field, string text) =>
        text.Length > field.MaxLength ? $"'{field.Key}' has {text.Length} characters; {field.MaxLength} are the most."
        : field.Pattern?.IsMatch(text) == false ? $"'{field.Key}' does not have the form {field.Pattern}."
        : null;

    private static string? ChoiceError(FieldDefinition field, string text) =>
        field.Choices.Contains(text, StringComparer.Ordinal)
            ? null
            : $"'{field.Key}' cannot be '{text}'{Nearest.Suggest(text, field.Choices)}. Possible: {string.Join(", ", field.Choices)}.";

    private static string? RangeError(FieldDefinition field, decimal number) =>
        number < field.Min ? $"'{field.Key}' is at least {field.Min.Value.ToString(CultureInfo.InvariantCulture)}."
        : number > field.Max ? $"'{field.Key}' is at most {field.Max.Value.ToString(CultureInfo.InvariantCulture)}."
        : null;

    private static (FieldValue, string?) KeepDate(FieldDefinition field, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? (new FieldValue.Text(text), null)
            : (new FieldValue.Text(text), $"'{field.Key}' takes a day such as 2026-01-31.");

    private static (FieldValue, string?) KeepTime(FieldDefinition field, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? (new FieldValue.Text(at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)), null)
            : (new FieldValue.Text(text), $"'{field.Key}' takes a time such as 2026-01-31T10:00:00Z.");

    private static string Wanted(FieldType type) =>
        type switch
        {
            FieldType.Integer => "a whole number",
            FieldType.Decimal => "a number",
            FieldType.Boolean => "true or false",
            FieldType.Date => "a day such as 2026-01-31",
            FieldType.Time => "a time such as 2026-01-31T10:00:00Z",
            _ => "a text",
        };

    private static string Given(FieldValue value) =>
        value switch
        {
            FieldValue.Text(var text) => $"'{text}'",
            _ => value.ToString(),
        };
}
