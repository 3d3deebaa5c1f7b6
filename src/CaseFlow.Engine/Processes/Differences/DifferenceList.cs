using System.Globalization;
using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Processes.Differences;

/// <summary>Two versions and what has been found to differ between them.</summary>
/// <param name="language">Of the titles that the differences name.</param>
internal sealed class DifferenceList(CaseProcess old, CaseProcess @new, string language)
{
    private readonly List<Difference> found = [];

    public ProcessParts Old { get; } = old.Parts;

    public ProcessParts New { get; } = @new.Parts;

    public DefinitionPlaces OldPlaces { get; } = new(old.Parts.Source);

    public DefinitionPlaces NewPlaces { get; } = new(@new.Parts.Source);

    public Renaming Statuses { get; } =
        Renaming.Of(
            old.Parts.Statuses.Select(one => (one.Key, $"{one.State} {one.Title}")),
            @new.Parts.Statuses.Select(one => (one.Key, $"{one.State} {one.Title}")),
            @new.Parts.Migrate.Statuses
        );

    public Renaming Stages { get; } =
        Renaming.Of(
            old.Parts.Stages.Select(one => (one.Key, one.Title.Text)),
            @new.Parts.Stages.Select(one => (one.Key, one.Title.Text)),
            @new.Parts.Migrate.Stages
        );

    public Renaming Queues { get; } =
        Renaming.Of(
            old.Parts.Queues.Select(one => (one.Key, one.Title.Text)),
            @new.Parts.Queues.Select(one => (one.Key, one.Title.Text)),
            @new.Parts.Migrate.Queues
        );

    public Renaming Fields { get; } =
        Renaming.Of(
            old.Parts.Fields.Select(one => (one.Key, $"{one.Type} {one.Label}")),
            @new.Parts.Fields.Select(one => (one.Key, $"{one.Type} {one.Label}")),
            ImmutableSortedDictionary<string, string>.Empty
        );

    public string Shown(LocalText text) => text.In(language);

    public string NewStatus(string key) =>
        New.Statuses.FirstOrDefault(one => one.Key == key) is { } status ? Shown(status.Title) : key;

    public string OldStatus(string key) =>
        Old.Statuses.FirstOrDefault(one => one.Key == key) is { } status ? Shown(status.Title) : key;

    public string OldQueue(string key) =>
        Old.Queues.FirstOrDefault(one => one.Key == key) is { } queue ? Shown(queue.Title) : key;

    public string NewQueue(string key) =>
        New.Queues.FirstOrDefault(one => one.Key == key) is { } queue ? Shown(queue.Title) : key;

    public void Add(string kind, Said? before, Said? after, params ImmutableArray<string> names) =>
        found.Add(new Difference(kind, names, before?.Shown, after?.Shown));

    /// <summary>A place in a list, or any other whole number, as differences name it.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands at another place of a list than before: the fewest that must have been moved.</summary>
    /// <param name="before">The list as it was, each by its name of now; empty for what is gone.</param>
    /// <param name="placeBefore">Where the one with this index stood in the text.</param>
    /// <param name="placeAfter">Where the one with this index stands.</param>
    /// <param name="names">What the text names of the one with this index of now.</param>
    public void Moves(
        string kind,
        ImmutableArray<string> before,
        ImmutableArray<string> after,
        Func<int, Said?> placeBefore,
        Func<int, Said?> placeAfter,
        Func<int, ImmutableArray<string>> names
    )
    {
        foreach (var moved in Moved.Between(before, after))
        {
            var (from, to) = (before.IndexOf(moved), after.IndexOf(moved));
            Add(kind, placeBefore(from), placeAfter(to), [.. names(to), Number(from + 1), Number(to + 1)]);
        }
    }

    /// <summary>A text for people that differs: the one that is shown, and each translation besides.</summary>
    /// <param name="noun">What the kinds begin with, such as <c>status</c>.</param>
    public void Title(string noun, LocalText before, LocalText after, Said old, Said now, bool isNamed = true)
    {
        var what = isNamed ? ImmutableArray.Create(Shown(before)) : [];
        if (Shown(before) != Shown(after))
        {
            Add($"{noun}-renamed", old, now, Shown(before), Shown(after));
        }

        foreach (
            var tongue in before
                .Translations.Keys.Union(after.Translations.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        )
        {
            if (tongue != language && before.In(tongue) != after.In(tongue))
            {
                Add($"{noun}-translated", old, now, [.. what, tongue, before.In(tongue), after.In(tongue)]);
            }
        }
    }

    /// <summary>Something that is set to one value, or to another, or to none.</summary>
    /// <param name="names">What the text names before the values.</param>
    public void Value(
        string noun,
        string? before,
        string? after,
        Said old,
        Said now,
        params ImmutableArray<string> names
    )
    {
        switch (before, after)
        {
            case (null, { } set):
                Add($"{noun}-set", old, now, [.. names, set]);
                break;
            case ({ } unset, null):
                Add($"{noun}-unset", old, now, [.. names, unset]);
                break;
            case ({ } from, { } to) when from != to:
                Add($"{noun}-changed", old, now, [.. names, from, to]);
                break;
        }
    }

    /// <summary>Conditions of which all must hold: which of them are new, gone, or ask something else.</summary>
    public void Conditions(
        string noun,
        ImmutableArray<Condition> before,
        ImmutableArray<Condition> after,
        Said old,
        Said now,
        params ImmutableArray<string> names
    )
    {
        var gone = before.Where(one => !after.Any(one.SameAs)).ToList();
        var come = after.Where(one => !before.Any(one.SameAs)).ToList();
        for (var index = 0; index < Math.Max(gone.Count, come.Count); index++)
        {
            switch (gone.ElementAtOrDefault(index), come.ElementAtOrDefault(index))
            {
                case ({ } from, { } to):
                    Add($"{noun}-asks-other", old, now, [.. names, from.Text, to.Text]);
                    break;
                case ({ } from, null):
                    Add($"{noun}-asks-not", old, now, [.. names, from.Text]);
                    break;
                case (null, { } to):
                    Add($"{noun}-asks", old, now, [.. names, to.Text]);
                    break;
            }
        }
    }

    /// <summary>What was found, part by part, each in the order of the new text; what is gone stands where it stood.</summary>
    public ImmutableArray<Difference> InOrder() =>
        [
            .. found
                .Select((one, index) => (one, index))
                .OrderBy(pair => DifferenceTexts.Groups.IndexOf(pair.one.Group))
                .ThenBy(pair => (pair.one.New ?? pair.one.Old)?.Line ?? 0)
                .ThenBy(pair => pair.index)
                .Select(pair => pair.one),
        ];
}
