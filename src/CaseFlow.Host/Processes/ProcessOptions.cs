using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Processes;

/// <summary>The <c>Processes</c> section of appsettings.json.</summary>
public sealed class ProcessOptions
{
    /// <summary>Where definitions are read from and watched, below the folder that the host runs in.</summary>
    [Required]
    public string Folder { get; set; } = "workflows";
}

[OptionsValidator]
internal sealed partial class ProcessOptionsValidator : IValidateOptions<ProcessOptions>;
