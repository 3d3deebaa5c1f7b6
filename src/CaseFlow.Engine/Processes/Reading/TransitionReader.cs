using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;
using static System.FormattableString;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the transitions and spreads lists, <c>any</c> and <c>same</c> out into single moves.</summary>
internal sealed class TransitionReader(
    ImmutableArray<StatusDefinition> statuses,
    KnownNames statusNames,
    KnownNames fieldNames,
    ConditionReader conditions,
    WaitReader waits,
    ProblemList problems
)
{
    // Reading stops here: 500 statuses with every move between them are fewer.
    private const int Most = 250_000;

    private readonly Dictionary<string, CaseState> states = statuses.ToDictionary(
        status => status.Key,
        status => status.State,
        StringComparer.Ordinal
    );

    private readonly ImmutableArray<Transition>.Builder moves = ImmutableArray.CreateBuilder<Transition>();

    public ImmutableArray<Transition> Read(YamlNode? section)
    {
        if (section.AsText() == TransitionKeys.Any)
        {
            Spread(section!, statusNames.All, to: null, new Transition("", ""));
        }

        foreach (var entry in ((section as YamlSequence)?.Items ?? []).TakeWhile(_ => moves.Count < Most))
        {
            ReadEntry(entry);
        }

        return moves.DrainToImmutable();
    }

    private void ReadEntry(YamlNode entry)
    {
        var like = new Transition("", "")
        {
            Name = Labels.Read(entry.At(TransitionKeys.Name)),
            When =
            [
                .. conditions
                    .Read(entry.At(TransitionKeys.When), "so the move is never possible")
                    .Select(placed => placed.Condition),
            ],
            Roles = ReadRoles(entry.At(TransitionKeys.Roles)),
            Requires = ReadRequires(entry.At(TransitionKeys.Requires)),
            After = waits.ReadWait(entry.At(TransitionKeys.After), entry.At(TransitionKeys.Calendar)),
        };
        var (from, to) = (entry.At(TransitionKeys.From), entry.At(TransitionKeys.To));
        var sources = IsWord(from, TransitionKeys.Any) ? statusNames.All : ReadNames(from, "transition from");
        if (IsWord(to, TransitionKeys.Same))
        {
            foreach (var source in sources)
            {
                Add(to!, like with { From = source, To = source });
            }
        }
        else if (IsWord(to, TransitionKeys.Any))
        {
            Spread(to!, sources, to: null, like);
        }
        else if (IsWord(from, TransitionKeys.Any))
        {
            Spread(to ?? entry, sources, ReadNames(to, "transition to"), like);
        }
        else
        {
            ReadNamedPairs(to, sources, like);
        }
    }

    /// <summary>Every pair that operations can make at all, staying in place not among them.</summary>
    private void Spread(YamlNode place, ImmutableArray<string> from, ImmutableArray<string>? to, Transition like)
    {
        foreach (var source in from.TakeWhile(_ => moves.Count < Most))
        {
            foreach (var target in to ?? statusNames.All)
            {
                if (source != target && !IsForbidden(source, target))
                {
                    Add(place, like with { From = source, To = target });
                }
            }
        }
    }

    // Pairs that the author names are taken at his word, so one that no operation can make is a mistake.
    private void ReadNamedPairs(YamlNode? to, ImmutableArray<string> sources, Transition like)
    {
        var targets = to.ManyScalars().DistinctBy(name => name.Value, StringComparer.Ordinal).ToImmutableArray();
        Distinct.Read(to.ManyScalars(), "status", problems);
        foreach (var target in targets)
        {
            if (statusNames.Refer(target, "transition to") is not { } known)
            {
                continue;
            }

            foreach (var source in sources)
            {
                if (problems.IsFull)
                {
                    return;
                }

                if (IsForbidden(source, known))
                {
                    problems.Add(
                        target.Start,
                        ProblemCodes.ForbiddenMove,
                        $"a case cannot go from '{source}' ({StateNames.Of(states[source])}) to '{known}' ({StateNames.Of(states[known])}) "
                            + "at once; it is reactivated first, so list only the move to an active status"
                    );
                }
                else
                {
                    Add(target, like with { From = source, To = known });
                }
            }
        }
    }

    private void Add(YamlNode place, Transition move)
    {
        moves.Add(move);
        if (moves.Count == Most)
        {
            problems.Add(
                place.Start,
                ProblemCodes.TooMany,
                Invariant($"the transitions make {Most:N0} single moves or more; name fewer")
            );
        }
    }

    private ImmutableArray<string> ReadNames(YamlNode? node, string referrer)
    {
        Distinct.Read(node.ManyScalars(), "status", problems);
        return
        [
            .. node.ManyScalars()
                .Select(name => statusNames.Refer(name, referrer))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private ImmutableArray<string> ReadRequires(YamlNode? node)
    {
        Distinct.Read(node.ManyScalars(), "field", problems);
        return
        [
            .. node.ManyScalars()
                .Select(name => fieldNames.Refer(name, "transition requires"))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static Role ReadRoles(YamlNode? node) =>
        node.ManyScalars().Aggregate(Role.None, (roles, name) => roles | (RoleNames.Find(name.Value) ?? Role.None));

    private bool IsForbidden(string from, string to) =>
        (states[from], states[to])
            is
                (CaseState.Resolved, CaseState.Cancelled)
                or
                (CaseState.Cancelled, CaseState.Resolved);

    private static bool IsWord(YamlNode? node, string word) => node.AsText() == word;
}
