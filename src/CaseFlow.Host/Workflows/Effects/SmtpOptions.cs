using System.ComponentModel.DataAnnotations;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Workflows.Effects;

/// <summary>The <c>Mail:Smtp</c> section of appsettings.json: the server that e-mail leaves by.</summary>
public sealed class SmtpOptions
{
    /// <summary>Its name; without one, no e-mail can be sent.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary><c>StartTls</c>, <c>SslOnConnect</c>, <c>Auto</c> or <c>None</c>.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    /// <summary>Who signs in there; nobody does where it is empty.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Whom e-mail is from that does not say it.</summary>
    public string From { get; set; } = "caseflow@localhost";
}

[OptionsValidator]
internal sealed partial class SmtpOptionsValidator : IValidateOptions<SmtpOptions>;
