using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Mail;

/// <summary>What the expressions of a mailbox can name.</summary>
public static class MailScope
{
    private const int MailSlot = 0;
    private const int NowSlot = 1;
    private const int CaseSlot = 2;

    private static readonly CelType Texts = new CelType.List(CelType.String);

    private static readonly CelObjectType MailType = new(
        "mail",
        [
            Member<IncomingMail>("sender", CelType.String, mail => CelValue.Of(mail.Sender)),
            Member<IncomingMail>("senderName", CelType.String, mail => CelValue.Of(mail.SenderName ?? "")),
            Member<IncomingMail>("subject", CelType.String, mail => CelValue.Of(mail.Subject)),
            Member<IncomingMail>("text", CelType.String, mail => CelValue.Of(mail.Text)),
            Member<IncomingMail>("to", Texts, mail => CelValue.ListOf(mail.To)),
            Member<IncomingMail>("cc", Texts, mail => CelValue.ListOf(mail.Cc)),
            Member<IncomingMail>("headers", new CelType.Map(CelType.String, CelType.String), Headers),
        ]
    );

    private static readonly CelObjectType CaseType = new(
        "case",
        [
            Member<OpenedCase>("ticket", CelType.String, one => CelValue.Of(one.Ticket)),
            Member<OpenedCase>("title", CelType.String, one => CelValue.Of(one.Title)),
        ]
    );

    /// <summary>For what a case is filled with.</summary>
    internal static ConditionScope Opening { get; } =
        new(new("mail", new CelType.Object(MailType)), new("now", CelType.Timestamp));

    /// <summary>For what is answered when it is open.</summary>
    internal static ConditionScope Answering { get; } =
        new([.. Opening.Variables, new ConditionVariable("case", new CelType.Object(CaseType))]);

    /// <summary>The facts for one evaluation after the other, not side by side.</summary>
    public static ConditionFacts Facts(IncomingMail mail, DateTimeOffset at) =>
        new ConditionFacts(Opening).Set(MailSlot, CelValue.Object(MailType, mail)).Set(NowSlot, CelValue.Of(at));

    /// <inheritdoc cref="Facts(IncomingMail, DateTimeOffset)" />
    public static ConditionFacts Facts(IncomingMail mail, DateTimeOffset at, string ticket, string title) =>
        new ConditionFacts(Answering)
            .Set(MailSlot, CelValue.Object(MailType, mail))
            .Set(NowSlot, CelValue.Of(at))
            .Set(CaseSlot, CelValue.Object(CaseType, new OpenedCase(ticket, title)));

    private static CelValue Headers(IncomingMail mail) =>
        CelValue.MapOf(
            mail.Headers.DistinctBy(header => header.Key, StringComparer.Ordinal)
                .Select(header => KeyValuePair.Create(header.Key, CelValue.Of(header.Value)))
        );

    private static CelMember Member<T>(string name, CelType type, Func<T, CelValue> get) =>
        new(name, type, subject => get((T)subject));

    private sealed record OpenedCase(string Ticket, string Title);
}
