using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Scenarios.Reading.Keys;

namespace CaseFlow.Engine.Scenarios.Reading;

/// <summary>Reads values of fields, each by the type of its field.</summary>
internal sealed class FieldValueReader(CaseProcess process, ProblemList problems)
{
    /// <summary>The values by field; null for an empty one.</summary>
    /// <param name="beside">The fields that stand in the group itself, not only under <c>fields</c>.</param>
    /// <param name="judged">A value that the product would refuse is a problem: nobody expects it to be refused.</param>
    public ImmutableSortedDictionary<string, FieldValue?> ReadAll(
        YamlNode? node,
        ImmutableArray<string> beside,
        bool judged
    )
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, FieldValue?>(StringComparer.Ordinal);
        var direct = node.Entries().Where(entry => beside.Contains(entry.Name, StringComparer.Ordinal));
        foreach (var (name, value) in direct.Concat((node as YamlMapping)?["fields"].Entries() ?? []))
        {
            if (process.FindField(name.Value) is { } field && value.AsScalar() is { } scalar)
            {
                values[field.Key] = Read(field, scalar, judged);
            }
        }

        return values.ToImmutable();
    }

    /// <summary>The values that are filled.</summary>
    public FieldValues ReadFilled(YamlNode? node, ImmutableArray<string> beside, bool judged) =>
        FieldValues.Of(
            ReadAll(node, beside, judged)
                .Where(pair => pair.Value is not null)
                .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!))
        );

    public FieldValue? Read(FieldDefinition field, YamlScalar scalar, bool judged)
    {
        if (IsNone(field, scalar))
        {
            return null;
        }

        var written = TypedValue.Of(field, scalar);
        var (kept, error) = FieldRules.Check(process, field.Key, written);
        if (error is not null && judged)
        {
            problems.Add(scalar.Start, ProblemCodes.FieldValue, $"this value would be refused: {error.TrimEnd('.')}");
        }

        return error is null ? kept : written;
    }

    // In quotes, and where the field has it as a choice, it is a text like any other.
    private static bool IsNone(FieldDefinition field, YamlScalar scalar) =>
        scalar is { IsPlain: true, Value: ProcessWords.None }
        && !field.Choices.Contains(ProcessWords.None, StringComparer.Ordinal);
}
