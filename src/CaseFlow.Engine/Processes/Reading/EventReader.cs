using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads events as definitions name them: <c>case.resolved</c>, <c>stage.entered(stage == 'resolve')</c>.</summary>
internal sealed class EventReader(EventNames names, ProblemList problems)
{
    /// <summary>The events behind a key that can be read, each with its place.</summary>
    public ImmutableArray<PlacedEvent> Read(YamlNode? node) =>
        [.. node.ManyScalars().Select(Read).OfType<PlacedEvent>()];

    private PlacedEvent? Read(YamlScalar text)
    {
        var bracket = text.Value.IndexOf('(', StringComparison.Ordinal);
        var name = (bracket < 0 ? text.Value : text.Value[..bracket]).Trim();
        if (EventKind.Find(name) is not { } kind)
        {
            // What does not look like an event at all has been reported.
            if (name.Contains('.', StringComparison.Ordinal) && !problems.IsFull)
            {
                var known = EventKind.All.Select(one => one.Name);
                var near = Nearest.Suggest(name, known);
                problems.Add(
                    text.Start,
                    ProblemCodes.Event,
                    $"there is no event '{Say.Shortened(name)}'{(near.Length > 0 ? near : $"; known: {string.Join(", ", known)}")}"
                );
            }

            return null;
        }

        var scope = kind.Scope(names);
        if (bracket < 0)
        {
            return new PlacedEvent(new EventPattern(kind, null, scope), text.Start);
        }

        var end = text.Value.TrimEnd().Length - 1;
        if (end <= bracket || text.Value[end] != ')')
        {
            return null;
        }

        var read = Condition.Read(text.Value[(bracket + 1)..end], scope);
        foreach (var problem in read.Problems)
        {
            problems.Add(
                text.PlaceAt(bracket + 1 + problem.Offset),
                ProblemCodes.Condition,
                $"{char.ToLowerInvariant(problem.Message[0])}{problem.Message[1..].TrimEnd('.')}"
            );
        }

        if (read.Condition?.Constant == false)
        {
            problems.Add(
                text.Start,
                ProblemCodes.NeverHolds,
                "this condition never holds, so no event is meant at all"
            );
        }

        return read.Condition is { } condition
            ? new PlacedEvent(new EventPattern(kind, condition, scope), text.Start)
            : null;
    }
}

/// <summary>An event, and where it stands.</summary>
internal sealed record PlacedEvent(EventPattern Event, YamlPlace At);
