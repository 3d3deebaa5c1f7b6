namespace CaseFlow.Engine.Mail;

/// <summary>Tells what programs send from what people send, so that no two programs answer each other for ever.</summary>
public static class AutomaticMail
{
    private static readonly ImmutableArray<string> Bulk = ["bulk", "junk", "list", "auto_reply"];
    private static readonly ImmutableArray<string> Lists = ["list-id", "list-post", "list-unsubscribe", "list-help"];
    private static readonly ImmutableArray<string> Replies =
    [
        "x-autoreply",
        "x-autorespond",
        "x-auto-reply-from",
        "x-mail-autoreply",
        "x-vacation",
        "x-apple-action",
    ];
    private static readonly ImmutableArray<string> Servers = ["mailer-daemon", "postmaster"];

    /// <summary>Why it counts as sent by a program; null where a person may have sent it.</summary>
    /// <param name="own">The addresses that this product sends from, in lower case.</param>
    public static string? Why(IncomingMail mail, IReadOnlyCollection<string> own) =>
        own.Contains(mail.Sender, StringComparer.Ordinal)
            ? $"It is from {mail.Sender}, which is an address of this desk."
        : mail.IsReport ? "It is the report of a server (multipart/report)."
        : mail.All("return-path").Any(IsNull) ? "It has no sender that could be answered (Return-Path: <>)."
        : mail.Sender.Length == 0 && mail.All("from").Any(IsNobody)
            ? "It has no sender that could be answered (From: <>)."
        : Servers.Contains(mail.Sender.Split('@')[0], StringComparer.Ordinal) ? $"It is from a server ({mail.Sender})."
        : mail.All("auto-submitted").Select(Word).FirstOrDefault(word => word is not ("no" or "")) is { } submitted
            ? $"It says that no person sent it (Auto-Submitted: {submitted})."
        : mail.All("precedence").Select(Word).FirstOrDefault(word => Bulk.Contains(word, StringComparer.Ordinal))
            is { } precedence
            ? $"It was sent to many or by a program (Precedence: {precedence})."
        : mail.All("x-auto-response-suppress").Select(Word).Any(word => word is not ("none" or ""))
            ? "It wants no automatic answer (X-Auto-Response-Suppress)."
        : Lists.FirstOrDefault(name => mail.All(name).Any()) is { } list ? $"It came over a mailing list ({list})."
        : Replies.FirstOrDefault(name => mail.All(name).Any()) is { } reply ? $"It is an automatic reply ({reply})."
        : null;

    private static bool IsNull(string path) => path.Trim() is "<>" or "";

    private static bool IsNobody(string from) =>
        from.Contains("<>", StringComparison.Ordinal)
        || Servers.Any(name => from.Contains(name, StringComparison.OrdinalIgnoreCase));

    // Parameters may follow, and comments.
    private static string Word(string value) => value.Split(';', '(')[0].Trim().ToLowerInvariant();
}
