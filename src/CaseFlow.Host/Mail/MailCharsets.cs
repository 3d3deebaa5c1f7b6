using System.Runtime.CompilerServices;
using System.Text;

namespace CaseFlow.Host.Mail;

/// <summary>Makes the charsets of before Unicode known, in which much e-mail is written.</summary>
internal static class MailCharsets
{
    // MimeKit looks once which there are, when e-mail is first read or sent, and never learns of others.
    [ModuleInitializer]
    internal static void MakeKnown() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
