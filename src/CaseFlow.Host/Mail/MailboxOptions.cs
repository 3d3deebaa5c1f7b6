using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Mail;

/// <summary>The <c>Mail:Incoming</c> section of appsettings.json.</summary>
public sealed class MailboxOptions
{
    /// <summary>How large an e-mail may be; a larger one is refused.</summary>
    [Range(1_000, 28_000_000)]
    public int MaxBytes { get; set; } = 25_000_000;

    /// <summary>How often a host looks for e-mail that another one left, or that is to be tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a host has an e-mail to itself; if it dies meanwhile, another one takes it up after that.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HoldFor { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How many e-mails are worked on at a time.</summary>
    [Range(1, 100)]
    public int Together { get; set; } = 4;

    /// <summary>How often an e-mail is tried before it is a dead letter.</summary>
    [Range(1, 100)]
    public int MaxTries { get; set; } = 10;

    /// <summary>The pause after the first failure; it doubles with each one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>No pause is longer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(10);
}

[OptionsValidator]
internal sealed partial class MailboxOptionsValidator : IValidateOptions<MailboxOptions>;
