namespace CaseFlow.Host.Mail;

/// <summary>The passwords of mailboxes, by name, from <c>Mail:Secrets</c>.</summary>
internal sealed class MailSecrets(IConfiguration configuration)
{
    private const string Section = "Mail:Secrets";

    /// <summary>The value of a secret; null where the settings do not know it.</summary>
    public string? Find(string name) => configuration.GetSection(Section)[name] is { Length: > 0 } value ? value : null;
}
