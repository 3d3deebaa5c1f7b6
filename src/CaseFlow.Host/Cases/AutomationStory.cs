using CaseFlow.Engine.Automation;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Processes;
using CaseFlow.Storage;

namespace CaseFlow.Host.Cases;

/// <summary>Explains the rules that fired in one history, from its beginning to its end: the case as it was is folded on the way.</summary>
internal sealed class AutomationStory(ImmutableArray<RecordedEvent> history, ProcessCatalog processes)
{
    private Case? before;
    private int folded;

    /// <summary>Null where it is no rule that fired.</summary>
    /// <param name="recorded">Of this history, and none before the one that was asked about last.</param>
    public async ValueTask<AutomationExplanation?> Explain(RecordedEvent recorded)
    {
        if (recorded.Event is not CaseEvent.AutomationFired fired)
        {
            return null;
        }

        for (; folded < recorded.Position - 1; folded++)
        {
            before = CaseHistory.Evolve(before, history[folded].Event);
        }

        var process = await processes.Version(before!.Process, fired.Definition);
        return AutomationExplanation.Of(process, before, history[fired.On - 1].Event, fired);
    }
}
