using CaseFlow.Workflows.Activities;

namespace CaseFlow.Workflows.Tests.Activities;

/// <summary>How docs/workflows.md shows an activity.</summary>
internal static class ActivityPage
{
    public static string Row(ActivityDescriptor activity) =>
        activity.Refused is { } reason
            ? $"| `{activity.Type}` | {reason} |"
            : $"| `{activity.Type}` | {activity.Summary} | {Names(activity.Inputs.Select(Input))} | {Names(activity.Outputs.Select(one => one.Name))} | {Names(activity.Ports)} | {string.Join(", ", Outcomes(activity))} |";

    private static string Input(ActivityInput input) =>
        input.Default is null ? input.Name : $"{input.Name}={input.Default}";

    private static IEnumerable<string> Outcomes(ActivityDescriptor activity) =>
        activity.HasOwnOutcomes ? activity.Outcomes.Append("its own") : activity.Outcomes;

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
