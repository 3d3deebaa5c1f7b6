using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>What an author wrote for a field, as a value of the field's type where it can be one.</summary>
internal static class TypedValue
{
    public static FieldValue Of(FieldDefinition field, YamlScalar scalar) =>
        field.Type switch
        {
            FieldType.Boolean when scalar.Flag is { } flag => new FieldValue.Boolean(flag),
            FieldType.Integer or FieldType.Decimal when scalar.AsNumber() is { } number => Number(number),
            _ => new FieldValue.Text(scalar.Value),
        };

    private static FieldValue Number(decimal number) =>
        number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? new FieldValue.Integer((long)number)
            : new FieldValue.Decimal(number);
}
