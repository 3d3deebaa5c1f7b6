using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Webhooks.Reading.Keys;

/// <summary>The shapes of what a webhook says in expressions.</summary>
internal static class HookTexts
{
    /// <summary>A text in which <c>${...}</c> stands for what a delivery says.</summary>
    public static readonly Shape.Text Text = new() { Most = 10_000 };

    /// <summary>One expression and nothing else.</summary>
    public static readonly Shape.Text Expression = new()
    {
        Form = "an expression, such as body.issue.id",
        Most = Shape.Condition.Most,
    };

    public static readonly Shape.Text Secret = new()
    {
        Pattern = "^[A-Za-z][A-Za-z0-9_-]*$",
        Form = "the name of a secret in the settings (letters, digits, '-' and '_'), not the secret itself",
        IsHidden = true,
        Code = ProblemCodes.WebhookSecret,
        Most = 60,
    };

    public static readonly Shape.Text Path = new()
    {
        Pattern = "^[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$",
        Form = "a path without '/' before or behind it, such as 'github/issues'",
        Code = ProblemCodes.WebhookPath,
        Most = 200,
    };

    public static readonly Shape.Text Network = new()
    {
        Form = "an address or a network, such as 10.1.0.0/16",
        Most = 60,
    };
}
