namespace CaseFlow.Engine.Processes.Differences;

/// <summary>What differs between the stages of two versions, their gates and steps.</summary>
internal static class StageDifferences
{
    public static void Find(DifferenceList list)
    {
        foreach (var (stage, place) in list.New.Stages.Select((stage, index) => (stage, index + 1)))
        {
            var now = list.NewPlaces.Stage(stage.Key);
            if (list.Stages.Before(list.Old.Stages, stage.Key, one => one.Key) is { } before)
            {
                Compare(list, before, stage, list.OldPlaces.Stage(before.Key), now);
            }
            else
            {
                list.Add("stage-added", null, now, list.Shown(stage.Title), DifferenceList.Number(place));
                CompareSteps(list, new StageDefinition(stage.Key, stage.Title), stage);
                list.Conditions("gate", [], stage.Enter, Said.Nothing, now.Part("enter"), list.Shown(stage.Title));
            }
        }

        foreach (var gone in list.Old.Stages.Where(one => list.Stages[one.Key] is null))
        {
            list.Add("stage-removed", list.OldPlaces.Stage(gone.Key), null, list.Shown(gone.Title));
        }

        FindMoved(list);
    }

    private static void FindMoved(DifferenceList list)
    {
        ImmutableArray<string> before = [.. list.Old.Stages.Select(stage => list.Stages[stage.Key] ?? "")];
        ImmutableArray<string> after = [.. list.New.Stages.Select(stage => stage.Key)];
        list.Moves(
            "stage-moved",
            before,
            after,
            from => list.OldPlaces.Stage(list.Old.Stages[from].Key),
            to => list.NewPlaces.Stage(after[to]),
            to => [list.Shown(list.New.Stages[to].Title)]
        );
    }

    private static void Compare(DifferenceList list, StageDefinition before, StageDefinition after, Said old, Said now)
    {
        var title = list.Shown(after.Title);
        if (before.Key != after.Key)
        {
            list.Add("stage-rekeyed", old, now, title, before.Key, after.Key);
        }

        list.Title("stage", before.Title, after.Title, old, now);
        list.Conditions("gate", before.Enter, after.Enter, old.Part("enter"), now.Part("enter"), title);
        CompareSteps(list, before, after);
    }

    private static void CompareSteps(DifferenceList list, StageDefinition before, StageDefinition after)
    {
        var title = list.Shown(after.Title);
        ImmutableArray<string> old = [.. before.Steps.Select(step => step.Name)];
        ImmutableArray<string> now = [.. after.Steps.Select(step => step.Name)];
        for (var index = 0; index < after.Steps.Length; index++)
        {
            var (step, place) = (after.Steps[index], list.NewPlaces.Step(after.Key, index));
            var called = Called(list, step);
            var was = old.IndexOf(step.Name);
            if (was < 0)
            {
                list.Add(step.Required ? "step-required" : "step-added", null, place, title, called);
                list.Conditions("step", [], step.When, Said.Nothing, place, title, called);
                continue;
            }

            var (same, stood) = (before.Steps[was], list.OldPlaces.Step(before.Key, was));
            if (same.Required != step.Required)
            {
                var kind = step.Required ? "step-required" : "step-optional";
                list.Add(kind, stood.Part("required"), place.Part("required"), title, called);
            }

            list.Conditions("step", same.When, step.When, stood.Part("when"), place.Part("when"), title, called);
        }

        for (var index = 0; index < before.Steps.Length; index++)
        {
            if (!now.Contains(before.Steps[index].Name, StringComparer.Ordinal))
            {
                var place = list.OldPlaces.Step(before.Key, index);
                list.Add("step-removed", place, null, title, Called(list, before.Steps[index]));
            }
        }

        list.Moves(
            "step-moved",
            old,
            now,
            from => list.OldPlaces.Step(before.Key, from),
            to => list.NewPlaces.Step(after.Key, to),
            to => [title, Called(list, after.Steps[to])]
        );
    }

    // People know a field by its name, the other steps by what the definition calls them.
    private static string Called(DifferenceList list, Step step) =>
        step is Step.FillField(var field)
            ? list.New.Fields.FirstOrDefault(one => one.Key == field) is { Declared: true } known
                ? list.Shown(known.Label)
                : field
            : step.Name;
}
