using System.Globalization;
using System.Text.Json;

namespace CaseFlow.Workflows.Values;

/// <summary>Brings a value into a wanted type; it never throws.</summary>
public static class ValueConverter
{
    public static Converted Convert(object? value, DeclaredType type) =>
        (type.Kind, value) switch
        {
            (_, null) => new Converted(null),
            (ValueKind.Object, _) => new Converted(value),
            (ValueKind.String, _) => new Converted(ValueText.Of(value)),
            (ValueKind.List, byte[]) => Failed(value, type),
            (ValueKind.List, IList<object?> list) => ConvertList(list, type),
            (ValueKind.List, string text) => FromJson(text, type) ?? ConvertList([text], type),
            (ValueKind.List, _) => ConvertList([value], type),
            (ValueKind.Dictionary, IDictionary<string, object?> names) => ConvertDictionary(names, type),
            (ValueKind.Dictionary, string text) => FromJson(text, type) ?? Failed(text, type),
            (ValueKind.Json, string text) => FromJson(text, type) ?? new Converted(text),
            (ValueKind.Json, _) => new Converted(value),
            (ValueKind.Choice, _) => ConvertChoice(value, type),
            _ => Simple.Convert(value, type.Kind) is { } converted ? new Converted(converted) : Failed(value, type),
        };

    private static Converted? FromJson(string text, DeclaredType type)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            var read = ValueJson.Read(text);
            return type.Kind is ValueKind.Json ? new Converted(read) : Convert(read, type);
        }
        catch (JsonException broken)
        {
            return new Converted(type.Default, $"'{Short(text)}' is broken JSON: {broken.Message}", IsFault: true);
        }
    }

    private static Converted ConvertList(IList<object?> list, DeclaredType type)
    {
        var converted = new List<object?>(list.Count);
        var lost = default(Converted);
        foreach (var element in list)
        {
            var one = Convert(element, type.Element!);
            lost = lost.Failure is null ? one : lost;
            converted.Add(one.Value);
        }

        return lost with
        {
            Value = converted,
        };
    }

    private static Converted ConvertDictionary(IDictionary<string, object?> names, DeclaredType type)
    {
        var converted = new Dictionary<string, object?>(names.Count, StringComparer.Ordinal);
        var lost = default(Converted);
        foreach (var (name, element) in names)
        {
            var one = Convert(element, type.Element!);
            lost = lost.Failure is null ? one : lost;
            converted[name] = one.Value;
        }

        return lost with
        {
            Value = converted,
        };
    }

    private static Converted ConvertChoice(object value, DeclaredType type)
    {
        var text = ValueText.Of(value);
        if (type.Choices.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } choice)
        {
            return new Converted(choice);
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place < type.Choices.Length
            ? new Converted(type.Choices[place])
            : Failed(value, type) with
            {
                IsFault = true,
            };
    }

    private static Converted Failed(object value, DeclaredType type) =>
        new(type.Default, $"'{Short(ValueText.Of(value))}' is no {type}; taken as {TextOfDefault(type)}.");

    private static string TextOfDefault(DeclaredType type) => type.Default is { } given ? ValueText.Of(given) : "null";

    private static string Short(string text) => text.Length <= 100 ? text : text[..100] + "...";
}
