using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Logs;

/// <summary>Reads the fields of an event as the process types them. What does not fit stays text, and the engine refuses it.</summary>
internal static class LoggedFields
{
    public static FieldValues Read(CaseProcess process, LoggedEvent happened) =>
        happened.Fields.IsEmpty
            ? FieldValues.Empty
            : FieldValues.Of(
                happened
                    .Fields.Where(field => field.Value.Length > 0)
                    .Select(field => KeyValuePair.Create(field.Key, Typed(process.FindField(field.Key), field.Value)))
            );

    private static FieldValue Typed(FieldDefinition? field, string text) =>
        field?.Type switch
        {
            FieldType.Integer
                when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
                new FieldValue.Integer(whole),
            FieldType.Decimal
                when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                new FieldValue.Decimal(number),
            FieldType.Boolean when bool.TryParse(text, out var flag) => new FieldValue.Boolean(flag),
            _ => new FieldValue.Text(text),
        };
}
