namespace CaseFlow.Engine.Processes.Editing;

/// <summary>Something to be changed in the text of a definition.</summary>
public abstract record DefinitionEdit
{
    private DefinitionEdit() { }

    /// <param name="To">The place in the table that the rule will have, from 1.</param>
    public sealed record MoveRule(string Rule, int To) : DefinitionEdit;

    /// <param name="At">The place in the table that the rule will have, from 1; null for the last one before <c>otherwise</c>.</param>
    public sealed record AddRule(string Rule, ImmutableArray<string> When, string Queue, int? At) : DefinitionEdit;

    /// <param name="Name">What it is called from now on; null to leave it.</param>
    /// <param name="When">What it asks from now on; null to leave it.</param>
    /// <param name="Queue">Where it sends cases from now on; null to leave it.</param>
    public sealed record ChangeRule(string Rule, string? Name, ImmutableArray<string>? When, string? Queue)
        : DefinitionEdit;

    public sealed record RemoveRule(string Rule) : DefinitionEdit;

    /// <summary>Says where open cases go that stand where this version knows nothing; what was said before stays.</summary>
    public sealed record MapCases(MigrationMap Map) : DefinitionEdit;

    /// <summary>Puts lines in the place of others, as a change that is taken back does.</summary>
    public sealed record ReplaceLines(TextChange Change) : DefinitionEdit;
}

/// <summary>The text after an edit, or why it could not be made.</summary>
public abstract record EditResult
{
    private EditResult() { }

    /// <param name="Change">Null where the text was so already.</param>
    public sealed record Edited(string Source, TextChange? Change) : EditResult;

    public sealed record Impossible(string Why) : EditResult;
}
