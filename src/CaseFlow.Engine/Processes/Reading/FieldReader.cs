using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the declared fields and joins them with the built-in ones.</summary>
internal sealed class FieldReader(ProblemList problems)
{
    private static readonly ImmutableArray<string> Reserved = ["title", "customer", "contact", "entitlement"];

    /// <summary>The built-in fields, then the declared ones.</summary>
    public ImmutableArray<FieldDefinition> Fields { get; private set; } = BuiltInFields.All;

    /// <summary>Fields that were declared with a mistake.</summary>
    public ImmutableArray<string> Broken { get; private set; } = [];

    public void Read(YamlNode? section)
    {
        foreach (var (name, body) in section.Entries())
        {
            var before = problems.Count;
            ReadField(name, body);
            if (problems.Count > before || body.At(FieldKeys.Type) is null)
            {
                Broken = Broken.Add(name.Value);
            }
        }
    }

    private void ReadField(YamlScalar name, YamlNode body)
    {
        if (Reserved.Contains(name.Value, StringComparer.Ordinal))
        {
            problems.Add(
                name.Start,
                ProblemCodes.ReservedName,
                $"every case has '{name.Value}' already; remove it here, or choose another name"
            );
            return;
        }

        if (TypeOf(body.At(FieldKeys.Type)) is not { } type)
        {
            Broken = Broken.Add(name.Value);
            Put(new FieldDefinition(name.Value, FieldType.Text, new LocalText(name.Value)) { Declared = true });
            return;
        }

        var settings = new FieldSettings(name, body, type, problems);
        settings.RefuseForeign();
        var builtIn = BuiltInFields.All.FirstOrDefault(field => field.Key == name.Value);
        if (builtIn is not null)
        {
            settings.CheckKind(builtIn);
        }

        var (min, max) = settings.ReadBounds();
        Put(
            new FieldDefinition(name.Value, type, ReadLabel(name, body, builtIn))
            {
                BuiltIn = builtIn is not null,
                Declared = true,
                Choices = ReadChoices(name, body, type),
                Min = min,
                Max = max,
                MaxLength = (int?)Whole(body.At(FieldKeys.MaxLength)) ?? builtIn?.MaxLength ?? 4_000,
                Pattern = PatternReader.Read(body.At(FieldKeys.Pattern), problems),
            }
        );
    }

    /// <summary>Makes a built-in text one of a list.</summary>
    public void Narrow(string key, ImmutableArray<string> choices)
    {
        var field = Fields.First(one => one.Key == key);
        Put(field with { Type = FieldType.Choice, Choices = choices });
    }

    private void Put(FieldDefinition field)
    {
        var at = Fields.TakeWhile(known => known.Key != field.Key).Count();
        Fields = at == Fields.Length ? Fields.Add(field) : Fields.SetItem(at, field);
    }

    private static FieldType? TypeOf(YamlNode? node) =>
        node.AsText() switch
        {
            "text" => FieldType.Text,
            "integer" => FieldType.Integer,
            "decimal" => FieldType.Decimal,
            "boolean" => FieldType.Boolean,
            "choice" => FieldType.Choice,
            "date" => FieldType.Date,
            "time" => FieldType.Time,
            _ => null,
        };

    private ImmutableArray<string> ReadChoices(YamlScalar name, YamlNode body, FieldType type)
    {
        if (type != FieldType.Choice)
        {
            return [];
        }

        var choices = body.At(FieldKeys.Choices);
        if (!body.Entries().Any(entry => entry.Name == FieldKeys.Choices.Name))
        {
            problems.Add(
                name.Start,
                ProblemCodes.MissingKey,
                $"field '{name.Value}' is a choice and needs 'choices', such as [small, large]"
            );
        }

        return Distinct.Read(choices.ManyScalars(), "choice", problems);
    }

    private static LocalText ReadLabel(YamlScalar name, YamlNode body, FieldDefinition? builtIn) =>
        Labels.Read(body.At(FieldKeys.Label)) ?? builtIn?.Label ?? Labels.Read(null, name.Value);

    private static decimal? Whole(YamlNode? node) =>
        node.AsNumber() is { } number and >= 1 and <= 100_000 ? number : null;
}
