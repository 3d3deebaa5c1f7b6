using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases.Pages;

/// <summary>Why a command is not possible now, as the list of commands says it, in the person's words.</summary>
internal static class WhyNot
{
    public static string Of(OpenCase open, CommandModel command)
    {
        var missing = command.Missing ?? [];
        var said = RefusalTexts.Say(command.Code ?? "", command.Why ?? "", missing.Length > 0);
        var needs = missing.Select(one => RefusalTexts.Say(one, open.NameOf(one.Name)));
        return string.Join(' ', [said, .. needs, .. Elsewhere(open, command)]);
    }

    /// <summary>From which other statuses of the same state the process has the move.</summary>
    private static IEnumerable<string> Elsewhere(OpenCase open, CommandModel command)
    {
        if (command is not { Code: "transition-not-allowed", To: { } to })
        {
            return [];
        }

        var here = open.Process.FindStatus(open.Case.Status);
        var sources = open
            .Process.Parts.Statuses.Where(one =>
                one.State == here?.State
                && one.Key != here.Key
                && open.Process.ExitsOf(one.Key).Any(move => move.To == to)
            )
            .Select(one => open.StatusTitle(one.Key))
            .ToList();
        return sources.Count == 0 ? [] : [CaseTexts.PossibleFrom.With(string.Join(", ", sources))];
    }

    /// <summary>Why a command is not possible now; null where it is. What resolving lacks besides can be given in its dialog.</summary>
    public static string? OfNow(OpenCase open, string command) =>
        (command == "resolve" ? open.Those(command).Any(one => one.CanBeDone) : open.May(command))
            ? null
            : Of(open, open.Those(command));

    /// <summary>The first reason of several entries under one name.</summary>
    public static string? Of(OpenCase open, IEnumerable<CommandModel> commands) =>
        commands.FirstOrDefault(one => !one.Allowed) is { } refused ? Of(open, refused) : null;
}
