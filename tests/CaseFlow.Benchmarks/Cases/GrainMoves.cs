using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;

namespace CaseFlow.Benchmarks;

/// <summary>Status moves asked of the case grains, as the doors ask them.</summary>
internal sealed class GrainMoves(IGrainFactory grains, MovePlan plan)
{
    /// <summary>Moves a second.</summary>
    public Task<double> Run(int moves) => CallerLoad.Run(plan.Callers, moves, Move);

    private async Task Move(int caller)
    {
        var (id, to) = plan.Next(caller);
        var command = new CaseCommand.MoveStatus(to, FieldValues.Empty)
        {
            By = CaseSeed.Ann,
            At = TimeProvider.System.GetUtcNow(),
        };
        var reply = await grains.Case(id.Value).Ask(new(new CaseRequest(command, null, null, null)));
        if (reply.Value.Status != 200)
        {
            throw new InvalidOperationException($"A move was answered with {reply.Value.Status}.");
        }
    }
}
