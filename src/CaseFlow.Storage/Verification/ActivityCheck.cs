namespace CaseFlow.Storage;

/// <summary>Compares the activities and the texts that the store holds with what the histories make of them.</summary>
internal static class ActivityCheck
{
    private static readonly ImmutableArray<(string Name, Func<ActivityRow, object?> Value)> Columns =
    [
        ("kind", row => row.Kind),
        ("state", row => row.State),
        ("subject", row => row.Subject),
        ("text", row => row.Text),
        ("words", row => row.Words),
        ("direction", row => row.Direction),
        ("is_public", row => row.IsPublic),
        ("due", row => row.Due),
        ("minutes", row => row.Minutes),
        ("added_by", row => row.AddedBy),
        ("added_at", row => row.AddedAt),
        ("origin", row => row.Origin),
        ("closed_by", row => row.ClosedBy),
        ("closed_at", row => row.ClosedAt),
    ];

    private static readonly ImmutableArray<(string Name, Func<CaseTextRow, string?> Value)> Texts =
    [
        ("subject", row => row.Subject),
        ("product", row => row.Product),
        ("title", row => row.Title),
        ("description", row => row.Description),
        ("activities", row => row.Activities),
        ("resolution", row => row.Resolution),
    ];

    /// <summary>For cases whose activities wander between them, all of them together; or for one alone.</summary>
    public static IEnumerable<Discrepancy> Of(IReadOnlyCollection<ActivityStory> stories)
    {
        var fold = ActivityFold.Of(stories);
        var isComplete = stories.All(story => !story.IsBroken);
        foreach (var story in stories.Where(story => !story.IsBroken))
        {
            if (!fold.IsStuck(story.Id))
            {
                foreach (var detail in Compare(story, fold.At(story.Id)))
                {
                    yield return new(story.Id, detail);
                }
            }
            else if (isComplete)
            {
                yield return new(story.Id, "a merge in its history, or its undoing, is in no other case's.");
            }
        }
    }

    private static IEnumerable<string> Compare(ActivityStory story, IReadOnlyDictionary<Guid, ActivityRow> expected)
    {
        foreach (var row in story.Rows)
        {
            if (!expected.TryGetValue(row.Id, out var should))
            {
                yield return $"it has an activity {row.Id}, and by its history none such.";
            }
            else if (row != should)
            {
                var wrong = Columns.Where(column => !Equals(column.Value(row), column.Value(should)));
                yield return $"its activity {row.Id} has another {Names(wrong.Select(column => column.Name))} than by its history.";
            }
        }

        foreach (var missing in expected.Keys.Except(story.Rows.Select(row => row.Id)))
        {
            yield return $"its activity {missing} is missing.";
        }

        foreach (var detail in CompareTexts(story, expected.Values))
        {
            yield return detail;
        }
    }

    private static IEnumerable<string> CompareTexts(ActivityStory story, IEnumerable<ActivityRow> activities)
    {
        var expected = story.Folded is { } folded ? CaseTextRow.Of(folded, activities) : null;
        if (story.Text is not { } text || expected is null)
        {
            return (story.Text is null, expected is null) switch
            {
                (true, false) => ["it has no texts to be found by."],
                (false, true) => ["it has texts to be found by, and no events."],
                _ => [],
            };
        }

        var wrong = Texts.Where(column => column.Value(text) != column.Value(expected)).ToList();
        return wrong.Count == 0
            ? []
            : [$"it is found by another {Names(wrong.Select(column => column.Name))} than by its history."];
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns);
}
