using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Cases;

[JsonDerivedType(typeof(Undone), "undone")]
public abstract partial record CaseEvent
{
    /// <summary>The last change was taken back by who had made it; what it did stays in the history.</summary>
    /// <param name="What">The name of the command.</param>
    /// <param name="Position">Where the answer to it begins in the history of the case.</param>
    /// <param name="As">The case as it was before.</param>
    /// <param name="Removed">Activities that it added.</param>
    /// <param name="Reopened">Activities that it completed or cancelled.</param>
    public sealed record Undone(
        string What,
        int Position,
        Case As,
        ImmutableArray<Guid> Removed,
        ImmutableArray<Guid> Reopened
    ) : CaseEvent;
}
