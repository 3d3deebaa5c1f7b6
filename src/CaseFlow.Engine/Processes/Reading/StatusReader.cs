using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the statuses under their states.</summary>
internal sealed class StatusReader(ProblemList problems)
{
    private readonly Dictionary<string, YamlPlace> places = new(StringComparer.Ordinal);
    private ImmutableArray<StatusDefinition> statuses = [];
    private bool saysInitial;

    /// <summary>Where each status is declared.</summary>
    public IReadOnlyDictionary<string, YamlPlace> Places => places;

    /// <summary>Whether every name in the section could be read; if not, nothing can be said about names that seem unknown.</summary>
    public static bool IsComplete(YamlNode? section) =>
        section is YamlMapping
        && section.Entries().All(state => StatusKeys.States.Find(state.Name) is not null && state.Value is YamlMapping);

    public ImmutableArray<StatusDefinition> Read(YamlNode? section)
    {
        ReadState(section.At(StatusKeys.Active), CaseState.Active);
        ReadState(section.At(StatusKeys.Resolved), CaseState.Resolved);
        ReadState(section.At(StatusKeys.Cancelled), CaseState.Cancelled);
        if (!statuses.IsEmpty && !saysInitial)
        {
            problems.Add(
                section!.Start,
                ProblemCodes.NoInitialStatus,
                $"no status says where a case starts; write 'initial: true' at one, such as '{statuses[0].Key}'"
            );
        }

        return statuses;
    }

    private void ReadState(YamlNode? section, CaseState state)
    {
        foreach (var (name, body) in section.Entries())
        {
            // Also where the flag is mistaken: one problem is enough.
            saysInitial |= body.At(StatusKeys.Initial) is { } flag && flag is not YamlScalar { Flag: false };
            if (name.Value is TransitionKeys.Any or TransitionKeys.Same)
            {
                problems.Add(
                    name.Start,
                    ProblemCodes.ReservedName,
                    $"'{name.Value}' has a meaning of its own in transitions; choose another name for the status"
                );
            }
            else if (!places.TryAdd(name.Value, name.Start))
            {
                problems.Add(
                    name.Start,
                    ProblemCodes.DuplicateName,
                    $"status '{name.Value}' stands in line {places[name.Value].Line} already; a status belongs to one state"
                );
            }
            else
            {
                statuses = statuses.Add(
                    new StatusDefinition(name.Value, state, Labels.Read(body.At(StatusKeys.Title), name.Value))
                    {
                        Initial = body.At(StatusKeys.Initial).AsFlag(),
                        PausesSla = body.At(StatusKeys.PausesSla).AsFlag(),
                    }
                );
            }
        }
    }
}
