namespace CaseFlow.Host.Cases;

/// <summary>The shape of one possible command for the OpenAPI document; <see cref="PossibleCommands"/> writes it by hand.</summary>
/// <param name="To">The status, stage, queue or activity that it is about; for a stage also <c>next</c> and <c>back</c>.</param>
/// <param name="Title">Of what it leads to.</param>
/// <param name="Translations">The title by language, where there are several.</param>
/// <param name="Stage">The stage that <c>next</c> or <c>back</c> means now.</param>
/// <param name="Move">What people call the move to the status.</param>
/// <param name="Requires">The fields that must be filled for the move, before or with it.</param>
/// <param name="Asks">What has to be given with it.</param>
/// <param name="OpenActivities">For resolve, what would be cancelled; for cancel, what holds it back.</param>
/// <param name="ActivityMinutes">For resolve: what the work took, and so what is billed unless something else is said.</param>
/// <param name="BillAboveTotal">For resolve: more can be billed, with a reason.</param>
/// <param name="Code">Where it is not allowed: the code that it would be refused with.</param>
/// <param name="Why">Where it is not allowed: a sentence.</param>
/// <param name="Missing">Everything that must be there first.</param>
/// <param name="Instead">What is possible instead.</param>
internal sealed record PossibleCommandShape(
    string Command,
    string? To,
    string? Title,
    Dictionary<string, string>? Translations,
    string? Stage,
    PossibleCommandShape.MoveName? Move,
    PossibleCommandShape.Required[]? Requires,
    string[]? Asks,
    CaseShape.OpenActivity[]? OpenActivities,
    int? ActivityMinutes,
    bool? BillAboveTotal,
    bool Allowed,
    string? Code,
    string? Why,
    PossibleCommandShape.MissingThing[]? Missing,
    string[]? Instead
)
{
    public sealed record MoveName(string Title, Dictionary<string, string>? Translations);

    public sealed record Required(string Field, string Title, Dictionary<string, string>? Translations, bool Filled);

    /// <param name="Kind"><c>field</c>, <c>condition</c>, <c>step</c>, <c>stage</c>, <c>role</c>, <c>reason</c>, <c>activity</c> and others.</param>
    /// <param name="Title">Of a field or a stage.</param>
    public sealed record MissingThing(
        string Kind,
        string Name,
        string Detail,
        string? Title,
        Dictionary<string, string>? Translations
    );
}
