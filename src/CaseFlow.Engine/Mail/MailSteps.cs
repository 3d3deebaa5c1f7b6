using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Webhooks;

namespace CaseFlow.Engine.Mail;

/// <summary>What an e-mail becomes: the title and fields of a case, an activity of one.</summary>
public static class MailSteps
{
    private const string Origin = "origin";
    private const string ByEmail = "email";
    private const string Unnamed = "(no subject)";
    private const int MostOfSubject = 200;
    private const int MostOfText = 100_000;

    /// <summary>An e-mail without a subject opens a case all the same: nothing is lost.</summary>
    public static (string Title, FieldValues Fields) Opening(
        Mailbox mailbox,
        CaseProcess process,
        IncomingMail mail,
        DateTimeOffset at
    )
    {
        var fields = HookSteps.FieldsOf(mailbox.Fields, process, MailScope.Facts(mail, at));
        return (
            SubjectOf(mail, TitleRules.MaxLength),
            fields[Origin] is null
            && process.FindField(Origin)?.Choices.Contains(ByEmail, StringComparer.Ordinal) == true
                ? fields.With(Origin, new FieldValue.Text(ByEmail))
                : fields
        );
    }

    /// <summary>The activity of an e-mail. What a program sent has no direction: nobody wrote, so nothing waits for an answer.</summary>
    /// <param name="isReply">The case knows already what it repeats.</param>
    public static ActivityContent Activity(IncomingMail mail, bool isAutomatic, bool isReply)
    {
        var text = isReply ? QuotedText.CutFrom(mail.Text) : mail.Text.Trim();
        return new ActivityContent(
            ActivityKind.Email,
            SubjectOf(mail, MostOfSubject),
            text.Length == 0 ? null : HookValues.Shortened(text, MostOfText),
            isAutomatic ? null : Direction.Incoming,
            IsPublic: !isAutomatic,
            Due: null
        );
    }

    private static string SubjectOf(IncomingMail mail, int most)
    {
        var subject = mail.Subject.ReplaceLineEndings(" ").Trim();
        return subject.Length == 0 ? Unnamed : HookValues.Shortened(subject, most);
    }
}
