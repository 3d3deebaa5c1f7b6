namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>The secrets of webhooks, by name, from <c>Webhooks:Secrets</c>: one value, or several while one takes over from another.</summary>
internal sealed class HookSecrets(IConfiguration configuration)
{
    private const string Section = "Webhooks:Secrets";

    /// <summary>The values of a secret; none where the settings do not know it.</summary>
    public ImmutableArray<string> Find(string name)
    {
        var section = configuration.GetSection(Section).GetSection(name);
        return
        [
            .. section
                .GetChildren()
                .Select(child => child.Value)
                .Prepend(section.Value)
                .OfType<string>()
                .Where(value => value.Length > 0),
        ];
    }
}
