namespace CaseFlow.Host.Mail;

/// <summary>Why an e-mail cannot be worked on now, in words for whoever looks after it; later it may be possible.</summary>
internal sealed class MailTrouble(string message, Exception? because = null) : Exception(message, because);
