namespace CaseFlow.Engine.Cases;

public abstract partial record Refusal
{
    public sealed record NothingToUndo() : Refusal(RefusalKind.Rule, "nothing-to-undo")
    {
        public override string Explain() => "There is no change of this case that could be taken back.";
    }

    /// <summary>The change to take back is not the last one any more.</summary>
    public sealed record ChangedSince(string Command, string By) : Refusal(RefusalKind.Conflict, "changed-since")
    {
        public override string Explain() =>
            $"The case has changed since: the last change is '{Command}' by {By}. Look at it again.";
    }

    public sealed record NotYourChange(string Command, string By) : Refusal(RefusalKind.Forbidden, "not-your-change")
    {
        public override string Explain() =>
            $"The last change is '{Command}' by {By}; nobody takes back what another one did.";
    }

    public sealed record CannotUndo(string Command, string Why, ImmutableArray<string> Instead)
        : Refusal(RefusalKind.Rule, "cannot-undo")
    {
        public override string Explain() => $"'{Command}' cannot be taken back. {Why}";

        public override ImmutableArray<string> Allowed => Instead;
    }

    public sealed record UndoTooLate(string Command, DateTimeOffset Until) : Refusal(RefusalKind.Rule, "undo-too-late")
    {
        public override string Explain() => $"'{Command}' could be taken back until {Until:u}.";
    }
}
