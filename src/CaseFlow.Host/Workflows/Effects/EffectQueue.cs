using CaseFlow.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Workflows.Effects;

/// <summary>
/// The effects that this host is to do: those of a burst one after the other, but for those that wait for programs outside,
/// which keep no other one waiting.
/// </summary>
internal sealed class EffectQueue : IHostedService
{
    private readonly Lane<IReadOnlyList<WorkflowEffectRow>> inside;
    private readonly Lane<WorkflowEffectRow> outside;

    public EffectQueue(IServiceProvider services, IOptions<WorkflowOptions> options)
    {
        // It is made with the first instance, whose doing it is part of.
        var doer = new Lazy<EffectDoer>(services.GetRequiredService<EffectDoer>);
        inside = new(options.Value.Together, effects => DoAll(doer.Value, effects));
        outside = new(options.Value.Together, effect => doer.Value.Do(effect));
    }

    public void Do(ImmutableArray<WorkflowEffectRow> effects)
    {
        if (effects.IsEmpty)
        {
            return;
        }

        var here = effects.Where(effect => !IsOutside(effect)).ToList();
        if (here is not [])
        {
            inside.Add(here);
        }

        foreach (var effect in effects.Where(IsOutside))
        {
            outside.Add(effect);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(inside.Stop(), outside.Stop());

    private static bool IsOutside(WorkflowEffectRow effect) => effect.Kind is "send-http" or "send-email";

    private static async Task DoAll(EffectDoer doer, IReadOnlyList<WorkflowEffectRow> effects)
    {
        foreach (var effect in effects)
        {
            await doer.Do(effect);
        }
    }
}
