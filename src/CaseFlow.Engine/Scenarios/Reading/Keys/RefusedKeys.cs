using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Scenarios.Reading.Keys;

/// <summary>The keys of an expected refusal.</summary>
internal static class RefusedKeys
{
    public static readonly Key Code = new("code", CodeWord, "The code of the refusal.") { Required = true };

    public static readonly Key Says = new("says", Shape.AnyText, "A part of what the refusal says.");

    public static readonly Key Missing = new(
        "missing",
        new Shape.OneOrMany(Shape.AnyText),
        "Everything that is missing: fields, steps, roles, and conditions as they are written."
    );

    public static readonly Key Allowed = new(
        "allowed",
        new Shape.OneOrMany(Shape.AnyText),
        "Everything that is possible instead."
    );

    public static readonly Key Refused = new(
        "refused",
        new Shape.ShortOr(CodeWord, new Section("refusal", [Code, Says, Missing, Allowed])),
        "The answer must be no."
    );

    private static Shape.Word CodeWord => new(ScenarioRefusals.Codes) { Code = ProblemCodes.RefusalCode };
}
