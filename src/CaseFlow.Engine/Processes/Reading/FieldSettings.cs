using System.Globalization;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Whether the settings of one field go with its type.</summary>
internal sealed class FieldSettings(YamlScalar name, YamlNode body, FieldType type, ProblemList problems)
{
    public void RefuseForeign()
    {
        foreach (var (setting, _) in body.Entries())
        {
            var (fits, who) = setting.Value switch
            {
                "choices" => (type == FieldType.Choice, "a choice"),
                "min" or "max" => (type is FieldType.Integer or FieldType.Decimal, "an integer or a decimal"),
                "max-length" or "pattern" => (type == FieldType.Text, "a text"),
                _ => (true, ""),
            };
            if (!fits)
            {
                problems.Add(
                    setting.Start,
                    ProblemCodes.FieldSetting,
                    $"'{setting.Value}' is for {who}, and '{name.Value}' is of type {body.At(FieldKeys.Type).AsText()}"
                );
            }
        }
    }

    // Pages and conditions count on the kind of a built-in field; a free text may be narrowed to a list.
    public void CheckKind(FieldDefinition builtIn)
    {
        if (type != builtIn.Type && !(builtIn.Type == FieldType.Text && type == FieldType.Choice))
        {
            problems.Add(
                body.At(FieldKeys.Type)!.Start,
                ProblemCodes.BuiltInField,
                $"'{builtIn.Key}' is a built-in field and stays "
                    + (
                        builtIn.Type == FieldType.Text
                            ? "a text or becomes a choice"
                            : "a choice; only its choices can change"
                    )
            );
        }
    }

    public (decimal? Min, decimal? Max) ReadBounds()
    {
        var (min, max) = (body.At(FieldKeys.Min).AsNumber(), body.At(FieldKeys.Max).AsNumber());
        if (min > max)
        {
            problems.Add(
                body.At(FieldKeys.Max)!.Start,
                ProblemCodes.NumberOutOfRange,
                string.Create(CultureInfo.InvariantCulture, $"'max' is {max} and below 'min', which is {min}")
            );
        }

        foreach (var key in new[] { FieldKeys.Min, FieldKeys.Max })
        {
            if (
                type == FieldType.Integer
                && body.At(key) is { } node
                && node.AsNumber() is { } bound
                && !IsWhole(bound)
            )
            {
                problems.Add(
                    node.Start,
                    ProblemCodes.NumberOutOfRange,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{key.Name}' of an integer is a whole number, and here is {bound}"
                    )
                );
            }
        }

        return (min, max);
    }

    private static bool IsWhole(decimal number) => number == decimal.Truncate(number);
}
