using System.Diagnostics;
using static CaseFlow.Engine.Cases.CaseCommand;

namespace CaseFlow.Engine.Cases;

/// <summary>The names of commands: the same in the API's paths, in lists of what is possible, in refusals and in scenarios.</summary>
public static class CommandNames
{
    internal const string OfRing = "ring";

    public static string Of(CaseCommand command) =>
        command switch
        {
            Create => "create",
            Edit => "edit",
            MoveStatus => "status",
            MoveStage => "stage",
            Route => "route",
            AddToQueue => "queue",
            Pick => "pick",
            Release => "release",
            Offer => "offer",
            RemoveFromQueue => "unqueue",
            Assign => "assign",
            Resolve => "resolve",
            Cancel => "cancel",
            Reactivate => "reactivate",
            AddActivity => "add-activity",
            CompleteActivity => "complete-activity",
            CancelActivity => "cancel-activity",
            DoNotDecrement => "do-not-decrement",
            Merge => "merge",
            Unmerge => "unmerge",
            Undo => "undo",
            AddChildren => "add-children",
            RemoveChild => "remove-child",
            FindCase => "find-case",
            LinkSimilar => "link-similar",
            Migrate => "migrate",
            Ring => OfRing,
            _ => throw new UnreachableException($"{command.GetType().Name} has no name."),
        };
}
