using CaseFlow.Engine.Mail;
using MimeKit;

namespace CaseFlow.Host.Mail;

/// <summary>An e-mail that was read, with its files.</summary>
/// <param name="Files">In their order in the e-mail; a file is known by its place in it.</param>
internal sealed record ReadMail(IncomingMail Mail, ImmutableArray<MimeEntity> Files);
