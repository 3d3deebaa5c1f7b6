using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Scenarios.Reading.Keys;

namespace CaseFlow.Engine.Scenarios.Reading;

/// <summary>Reads what must be so of a case.</summary>
internal sealed class ExpectationReader(
    string file,
    CaseProcess process,
    CanReader can,
    FieldValueReader fields,
    ThenKeys keys
)
{
    /// <param name="by">Who is meant by <c>possible</c> where nobody is named.</param>
    public ImmutableArray<Expectation> Read(YamlNode? then, Actor by, DateTimeOffset at)
    {
        var actor = ActorReader.Read(then, by);
        return
        [
            .. then.Entries()
                .Where(entry => keys.Section.Find(entry.Name) is not null)
                .SelectMany(entry => ReadEntry(entry, actor, at)),
        ];
    }

    private IEnumerable<Expectation> ReadEntry(YamlEntry entry, Actor by, DateTimeOffset at) =>
        entry.Name switch
        {
            "by" or "roles" => [],
            "possible" => can.Read(entry.Value, possible: true, by, at),
            "not-possible" => can.Read(entry.Value, possible: false, by, at),
            "fields" => ReadFields(entry.Value),
            ThenKeys.Sla =>
            [
                .. entry
                    .Value.Entries()
                    .Where(clock => clock.Value.AsText() is not null)
                    .Select(clock => new Expectation.ClockIs(
                        clock.Key.PlaceIn(file),
                        clock.Name,
                        clock.Value.AsText()!
                    )),
            ],
            "path" => [Is(entry, CaseText.Path(entry.Value.ManyScalars().Select(stage => stage.Value)))],
            ThenKeys.Fired => [Is(entry, CaseText.Fired(entry.Value.ManyScalars().Select(rule => rule.Value)))],
            _ => entry.Value.AsText() is { } value ? [Is(entry, value)] : [],
        };

    private IEnumerable<Expectation> ReadFields(YamlNode node)
    {
        foreach (var (name, value) in node.Entries())
        {
            if (process.FindField(name.Value) is { } field && value.AsScalar() is { } scalar)
            {
                yield return new Expectation.Field(
                    scalar.PlaceIn(file),
                    field.Key,
                    fields.Read(field, scalar, judged: true)
                );
            }
        }
    }

    private Expectation.Is Is(YamlEntry entry, string value) => new(entry.Key.PlaceIn(file), entry.Name, value);
}
