using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Processes.Differences;

/// <summary>What differs between the moves of two versions. What differs alike for several moves is told once.</summary>
internal sealed class MoveDifferences
{
    private readonly DifferenceList list;
    private readonly List<(string Kind, string From, string To, Said? Old, Said? New, string Values)> found = [];

    private MoveDifferences(DifferenceList list) => this.list = list;

    public static void Find(DifferenceList list) => new MoveDifferences(list).Find();

    private void Find()
    {
        var before = list
            .Old.Transitions.Where(move => list.Statuses[move.From] is not null && list.Statuses[move.To] is not null)
            .ToLookup(move => (From: list.Statuses[move.From]!, To: list.Statuses[move.To]!));
        var after = list.New.Transitions.ToLookup(move => (move.From, move.To));
        foreach (var pair in after)
        {
            ImmutableArray<Transition> lines = [.. pair];
            if (before.Contains(pair.Key))
            {
                Compare([.. before[pair.Key]], lines);
            }
            else
            {
                Add("move-allowed", null, lines[0], null, list.NewPlaces.Move(lines[0], 0));
            }
        }

        foreach (var pair in before.Where(pair => !after.Contains(pair.Key)))
        {
            Add("move-removed", pair.First(), null, list.OldPlaces.Move(pair.First(), 0), null);
        }

        Tell();
    }

    // Lines that say the same pair off first; what is left over is compared in its order.
    private void Compare(ImmutableArray<Transition> before, ImmutableArray<Transition> after)
    {
        var (old, now) = (Numbered(before), Numbered(after));
        foreach (var line in now.ToList())
        {
            var same = old.FindIndex(one => SameLine(one.Line, line.Line));
            if (same >= 0)
            {
                old.RemoveAt(same);
                now.Remove(line);
            }
        }

        for (var index = 0; index < Math.Max(old.Count, now.Count); index++)
        {
            if (index < old.Count && index < now.Count)
            {
                var (was, isNow) = (old[index], now[index]);
                CompareLine(
                    was.Line,
                    isNow.Line,
                    list.OldPlaces.Move(was.Line, was.Nth),
                    list.NewPlaces.Move(isNow.Line, isNow.Nth)
                );
            }
            else if (index < now.Count)
            {
                var (line, nth) = now[index];
                OtherWay(line, null, line, null, list.NewPlaces.Move(line, nth));
            }
            else
            {
                var (line, nth) = old[index];
                OtherWay(line, line, null, list.OldPlaces.Move(line, nth), null);
            }
        }
    }

    // A line beside others that lead the same way: what only it takes is not taken where another line holds.
    private void OtherWay(Transition line, Transition? before, Transition? after, Said? old, Said? now)
    {
        var isNew = after is not null;
        if (line.After is { } wait)
        {
            Add(isNew ? "move-timed" : "move-untimed", before, after, old, now, wait.Text);
            return;
        }

        var takes = string.Join(
            "; ",
            line.When.Select(one => one.Text)
                .Concat(line.Requires.Select(field => $"'{field}'"))
                .Concat(line.Roles == Role.None ? Array.Empty<string>() : [RolesOf(line.Roles)])
        );
        if (takes.Length == 0)
        {
            Add(isNew ? "way-open" : "way-closed", before, after, old, now);
        }
        else
        {
            Add(isNew ? "way-added" : "way-removed", before, after, old, now, takes);
        }
    }

    private void CompareLine(Transition before, Transition after, Said? old, Said? now)
    {
        var part = new DifferencePart(before, after, old, now);
        var (gone, come) = (
            before.When.Where(one => !after.When.Any(one.SameAs)).ToList(),
            after.When.Where(one => !before.When.Any(one.SameAs)).ToList()
        );
        for (var index = 0; index < Math.Max(gone.Count, come.Count); index++)
        {
            _ = (gone.ElementAtOrDefault(index), come.ElementAtOrDefault(index)) switch
            {
                ({ } from, { } to) => Add("move-asks-other", part, from.Text, to.Text),
                ({ } from, null) => Add("move-asks-not", part, from.Text),
                (_, var to) => Add("move-asks", part, to!.Text),
            };
        }

        foreach (var field in after.Requires.Except(before.Requires, StringComparer.Ordinal))
        {
            Add("move-requires", part, field);
        }

        foreach (var field in before.Requires.Except(after.Requires, StringComparer.Ordinal))
        {
            Add("move-requires-not", part, field);
        }

        _ = (before.Roles, after.Roles) switch
        {
            var (was, isNow) when was == isNow => part,
            (Role.None, var isNow) => Add("move-roles-set", part, RolesOf(isNow)),
            (var was, Role.None) => Add("move-roles-lifted", part, RolesOf(was)),
            var (was, isNow) => Add("move-roles-changed", part, RolesOf(was), RolesOf(isNow)),
        };
        _ = (before.After, after.After) switch
        {
            var (was, isNow) when was == isNow => part,
            (null, { } isNow) => Add("move-timed", part, isNow.Text),
            ({ } was, null) => Add("move-untimed", part, was.Text),
            var (was, isNow) => Add("move-time", part, was!.Text, isNow!.Text),
        };
        if (NameOf(before, list.OldStatus) is var called && NameOf(after, list.NewStatus) is var name && called != name)
        {
            // A move without a name of its own goes by the title of its target, which is told of there.
            _ = before.Name is null && after.Name is null ? part : Add("move-renamed", part, called, name);
        }
    }

    private DifferencePart Add(string kind, DifferencePart part, params ImmutableArray<string> rest)
    {
        Add(kind, part.Before, part.After, part.Old, part.New, rest);
        return part;
    }

    private void Add(
        string kind,
        Transition? before,
        Transition? after,
        Said? old,
        Said? now,
        params ImmutableArray<string> rest
    ) =>
        found.Add(
            (
                kind,
                after is null ? list.OldStatus(before!.From) : list.NewStatus(after.From),
                after is null ? list.OldStatus(before!.To) : list.NewStatus(after.To),
                old,
                now,
                string.Join('\n', rest)
            )
        );

    private void Tell()
    {
        foreach (var alike in found.GroupBy(one => (one.Kind, one.Old?.Place, one.New?.Place, one.Values)))
        {
            var (froms, tos) = (Distinct(alike.Select(one => one.From)), Distinct(alike.Select(one => one.To)));
            if (alike.Distinct().Count() == froms.Length * tos.Length)
            {
                Tell(alike.First(), froms, tos);
                continue;
            }

            foreach (var source in alike.GroupBy(one => one.From, StringComparer.Ordinal))
            {
                Tell(source.First(), [source.Key], Distinct(source.Select(one => one.To)));
            }
        }
    }

    private void Tell(
        (string Kind, string From, string To, Said? Old, Said? New, string Values) one,
        ImmutableArray<string> froms,
        ImmutableArray<string> tos
    ) =>
        list.Add(
            one.Kind,
            one.Old,
            one.New,
            [Quoted(froms), Quoted(tos), .. one.Values.Length == 0 ? [] : one.Values.Split('\n')]
        );

    private static string Quoted(ImmutableArray<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    private static ImmutableArray<string> Distinct(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal)];

    private static List<(Transition Line, int Nth)> Numbered(ImmutableArray<Transition> lines) =>
        [.. lines.Select((line, nth) => (line, nth))];

    private bool SameLine(Transition before, Transition after) =>
        before.When.Length == after.When.Length
        && before.When.All(one => after.When.Any(one.SameAs))
        && before.Requires.ToHashSet(StringComparer.Ordinal).SetEquals(after.Requires)
        && before.Roles == after.Roles
        && before.After == after.After
        && (before.Name is null ? null : list.Shown(before.Name))
            == (after.Name is null ? null : list.Shown(after.Name));

    private string NameOf(Transition move, Func<string, string> title) =>
        move.Name is null ? title(move.To) : list.Shown(move.Name);

    private static string RolesOf(Role roles) => string.Join(", ", RoleNames.Of(roles));

    /// <summary>A line of the table before and after.</summary>
    private sealed record DifferencePart(Transition Before, Transition After, Said? Old, Said? New);
}
