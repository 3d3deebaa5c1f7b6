namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>How times that pass are written.</summary>
internal static class WaitKeys
{
    private const string Part = "[0-9]{1,9} *(s|seconds?|m|minutes?|h|hours?|d|days?|w|weeks?)";

    private const string Sum = Part + "( *(,|and)? *" + Part + ")*";

    /// <summary>Time that passes, or that counts.</summary>
    public static readonly Shape.Text Time = new()
    {
        Pattern = $"^ *{Sum} *$",
        Form = "a time such as 45m, 8 hours or 2 days of 24 hours",
        Code = ProblemCodes.WaitingTime,
    };

    public static readonly Shape.Text TimeOrShare = new()
    {
        Pattern = $"^ *({Sum}|[0-9]{{1,2}} *%) *$",
        Form = "a time such as 45m, or a share of the time such as 80%",
        Code = ProblemCodes.WaitingTime,
    };

    /// <summary>Also the open time, or the open days, of a calendar.</summary>
    public static readonly Shape.Text Wait = new()
    {
        Pattern = $"^ *({Sum}|[0-9]{{1,5}} *business *(minutes?|hours?|days?)) *$",
        Form = "a time such as 2 hours, 8 business hours or 10 business days",
        Code = ProblemCodes.WaitingTime,
    };
}
