using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Webhooks;
using CaseFlow.Host.Processes;
using CaseFlow.Storage;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>Finds out what a delivery means, and has it done: thing by thing, command by command, up to the first refusal.</summary>
internal sealed class HookWorker(HookCatalog catalog, ProcessCatalog processes, HookAsker asker, HookStarter starter)
{
    public async Task<ImmutableArray<HookResult>> WorkOn(InboundDeliveryRow row, CancellationToken cancellation)
    {
        var webhook =
            catalog.Find(row.Hook)?.Webhook ?? throw new HookTrouble($"There is no webhook '{row.Hook}' any more.");
        var process =
            processes.Newest(webhook.Process)
            ?? throw new HookTrouble($"There is no process '{webhook.Process}' any more.");
        var delivery =
            HookDelivery.Read(
                webhook.Body,
                row.Body,
                MaskedValues.Read(row.Headers),
                MaskedValues.Read(row.Query),
                row.ReceivedAt
            ) ?? throw new HookTrouble("The webhook takes another kind of body than this delivery has.");

        var results = ImmutableArray.CreateBuilder<HookResult>();
        foreach (var (index, item) in HookPlan.Of(webhook, delivery).Index())
        {
            var which = webhook.ForEach is null ? (int?)null : index;
            switch (item.Rule?.Do)
            {
                case null:
                    results.Add(new(which, null, null, HookOutcomes.NotMatched, Detail: item.WhyNone));
                    break;
                case HookTarget.Ignore:
                    results.Add(new(which, item.Rule.Name, null, HookOutcomes.Ignored));
                    break;
                case HookTarget.Ask(var commands):
                    results.AddRange(await Ask(new(row, webhook, process, which, item), commands, cancellation));
                    break;
            }
        }

        return results.ToImmutable();
    }

    private async Task<ImmutableArray<HookResult>> Ask(
        HookWork work,
        ImmutableArray<HookCommand> commands,
        CancellationToken cancellation
    )
    {
        var results = ImmutableArray.CreateBuilder<HookResult>();
        var meant = await asker.Find(work.Item.Reference, cancellation);
        if (meant is not null && HookSteps.AreDone(commands, meant.Case))
        {
            return [work.Result(commands[^1], HookOutcomes.Unchanged, meant.Case.Id)];
        }

        var given = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var command in commands)
        {
            var ordinal = given[command.Name] = given.GetValueOrDefault(command.Name) + 1;
            var result = command is HookCommand.Run run
                ? await starter.Start(work, run, ordinal, meant)
                : await asker.Ask(work, command, ordinal, meant, cancellation);
            results.Add(result);
            if (result.Outcome == HookOutcomes.Refused)
            {
                break;
            }

            meant = result.CaseId is { } id ? await asker.Read(new CaseId(id)) ?? meant : meant;
        }

        return results.ToImmutable();
    }
}

/// <summary>One thing that a delivery is about, with all that belongs to it.</summary>
internal sealed record HookWork(InboundDeliveryRow Row, Webhook Webhook, CaseProcess Process, int? Index, HookItem Item)
{
    /// <summary>In whose name cases are asked.</summary>
    public Actor By { get; } = new($"webhook:{Webhook.Name}", Role.Automation);

    public HookResult Result(
        HookCommand command,
        string outcome,
        CaseId? about = null,
        string? code = null,
        string? detail = null
    ) => new(Index, Item.Rule?.Name, command.Name, outcome, about?.Value, code, detail);
}
