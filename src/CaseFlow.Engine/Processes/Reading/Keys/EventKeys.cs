using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>Events, wherever a definition names them.</summary>
internal static class EventKeys
{
    public static readonly Shape OneOrMany = new Shape.OneOrMany(
        new Shape.Text
        {
            Pattern = "^[a-z]+\\.[a-z-]+ *(\\(.*\\))?$",
            Form =
                $"an event such as '{EventKind.All[0]}', with a condition on it in brackets where it is about some of them only",
            Code = ProblemCodes.Event,
            Most = Shape.Condition.Most,
        }
    );
}
