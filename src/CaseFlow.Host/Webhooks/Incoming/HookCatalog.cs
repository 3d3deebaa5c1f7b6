using CaseFlow.Engine.Processes;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>The webhooks that answer now, and what is wrong with the files as they are saved.</summary>
internal sealed class HookCatalog(HookSecrets secrets)
{
    private Contents now = new([], []);

    public ImmutableArray<LiveHook> All => Volatile.Read(ref now).Hooks;

    /// <summary>What is wrong with files; the version before goes on where there is one.</summary>
    public ImmutableArray<Problem> Problems => Volatile.Read(ref now).Problems;

    /// <summary>The secrets that webhooks name and the settings lack: such a webhook takes nothing until they are there.</summary>
    public IEnumerable<Problem> MissingSecrets =>
        from hook in All
        let verification = hook.Webhook.Verification
        where verification.Secret is { } name && secrets.Find(name).IsEmpty
        select new Problem(
            hook.File,
            verification.Line,
            verification.Column,
            ProblemCodes.WebhookSecret,
            // Anybody may read it there, and somebody may have written the secret where its name belongs.
            "the settings lack the secret that is named here, so this webhook takes nothing; set Webhooks:Secrets:<name>"
        );

    /// <param name="path">As it stands behind <c>/hooks/</c>.</param>
    public LiveHook? FindByPath(string path) => All.FirstOrDefault(hook => hook.Webhook.Path == path);

    public LiveHook? Find(string name) => All.FirstOrDefault(hook => hook.Webhook.Name == name);

    public void Replace(ImmutableArray<LiveHook> hooks, ImmutableArray<Problem> problems) =>
        Volatile.Write(ref now, new(hooks, problems));

    private sealed record Contents(ImmutableArray<LiveHook> Hooks, ImmutableArray<Problem> Problems);
}
