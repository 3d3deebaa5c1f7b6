namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>What a title can be: one line that says what the case is about.</summary>
internal static class TitleRules
{
    public const int MaxLength = 300;

    public static ImmutableArray<FieldError> Check(string? title) =>
        string.IsNullOrWhiteSpace(title) ? [new FieldError("title", "A case needs a title.")]
        : title.Trim().Length > MaxLength
            ? [new FieldError("title", $"The title has {title.Trim().Length} characters; {MaxLength} are the most.")]
        : [];
}
