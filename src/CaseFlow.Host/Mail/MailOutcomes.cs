using CaseFlow.Storage;

namespace CaseFlow.Host.Mail;

/// <summary>The words for what came of an e-mail.</summary>
internal static class MailOutcomes
{
    public const string Opened = "opened";
    public const string Added = "added";
    public const string Automatic = "automatic";
    public const string Review = "review";
    public const string Refused = "refused";
    public const string Dead = "dead";

    /// <summary>The states of e-mails.</summary>
    public static ImmutableArray<string> States { get; } =
    [InboundMailRow.Waiting, Opened, Added, Automatic, Review, Refused, Dead];

    /// <summary>What wants nobody's decision.</summary>
    public static ImmutableArray<string> Settled { get; } = [Automatic, Refused];

    public static InboundMailRow As(this InboundMailRow row, string state, string? code, string? detail) =>
        row with
        {
            State = state,
            Code = code,
            Detail = detail,
        };
}
