using System.Diagnostics;
using static CaseFlow.Engine.Cases.CaseCommand;

namespace CaseFlow.Engine.Cases;

/// <summary>The names of commands: the same in the API's paths, in lists of what is possible, in refusals and in scenarios.</summary>
public static class CommandNames
{
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
            AddChildren => "add-children",
            RemoveChild => "remove-child",
            LinkSimilar => "link-similar",
            Migrate => "migrate",
            Ring => "ring",
            _ => throw new UnreachableException($"{command.GetType().Name} has no name."),
        };
}
