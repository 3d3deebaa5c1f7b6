using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Storage;

/// <summary>Lets what is saved through a context take its turn with the journal's writer.</summary>
internal sealed class SaveInTurn(WriteTurn turn) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (TakesTurn(eventData.Context))
        {
            await turn.Wait(cancellationToken);
        }

        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Pass(eventData.Context);
        return new(result);
    }

    public override Task SaveChangesFailedAsync(
        DbContextErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Pass(eventData.Context);
        return Task.CompletedTask;
    }

    /// <summary>A lost race is told here and not as a failure.</summary>
    public override ValueTask<InterceptionResult> ThrowingConcurrencyExceptionAsync(
        ConcurrencyExceptionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        Pass(eventData.Context);
        return new(result);
    }

    public override Task SaveChangesCanceledAsync(
        DbContextEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Pass(eventData.Context);
        return Task.CompletedTask;
    }

    // Who began a transaction of his own holds the database already: were he to wait here, the journal would wait for him.
    private static bool TakesTurn(DbContext? context) => context?.Database.CurrentTransaction is null;

    private void Pass(DbContext? context)
    {
        if (TakesTurn(context))
        {
            turn.Pass();
        }
    }
}
