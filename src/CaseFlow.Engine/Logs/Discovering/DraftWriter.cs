using System.Globalization;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Logs.Discovering;

/// <summary>Writes a draft as an author would, each line with how often the log has it.</summary>
internal sealed class DraftWriter(
    LogCounts counts,
    ImmutableArray<CaseState> states,
    ChosenMoves chosen,
    DiscoveryOptions options
)
{
    /// <summary>What a definition can hold; of more the most frequent are written.</summary>
    public const int MostQueues = 500;

    private readonly StringBuilder yaml = new();

    public string Write()
    {
        Line($"# Drafted from a log of {Many(counts.Cases, "case")} with {Many(counts.Events, "event")},");
        Line(
            $"# from {counts.First:yyyy-MM-dd} to {counts.Last:yyyy-MM-dd}. Behind each line stands how often the log has it."
        );
        if (options.Threshold > 0)
        {
            Line(
                $"# Moves that make less than {options.Threshold:0.####} of the moves out of their status are left out."
            );
        }

        Line($"process: {options.Key}");
        Line($"title: {YamlWriting.Text(Title(options.Key))}");
        WriteStatuses();
        WriteMoves();
        WriteQueues();
        return yaml.ToString();
    }

    private void WriteStatuses()
    {
        Line($"");
        Line($"statuses:");
        WriteState(CaseState.Active);
        WriteState(CaseState.Resolved);
        WriteState(CaseState.Cancelled);
    }

    private void WriteState(CaseState state)
    {
        var here = InOrder().Where(index => states[index] == state).ToList();
        if (here.Count == 0 && state != CaseState.Active)
        {
            return;
        }

        Line($"  {StateNames.Of(state)}:");
        foreach (var index in here)
        {
            var status = counts.Statuses[index];
            var initial = chosen.Starts.Contains(index) ? ", initial: true" : "";
            var starts = status.Starts > 0 ? $", {Count(status.Starts)} {Verb(status.Starts, "start")} a case" : "";
            var ends = status.Ends > 0 ? $", {Count(status.Ends)} {Verb(status.Ends, "end")} one" : "";
            Line(
                $"    {status.Key}: {{ title: {YamlWriting.Text(status.Title)}{initial} }} # {Many(status.Events, "event")}{starts}{ends}"
            );
        }

        if (here.Count == 0)
        {
            // Every case of the log is closed from its first event on, and a definition has a status for open ones.
            Line($"    {OpenKey}: {{ title: Open (not in the log), initial: true }}");
        }
    }

    private void WriteMoves()
    {
        Line($"");
        if (chosen.Moves.Count == 0 && states.Contains(CaseState.Active))
        {
            Line($"transitions: []");
            return;
        }

        Line($"transitions:");
        foreach (var from in InOrder())
        {
            var leaving = chosen
                .Moves.Where(move => move.From == from)
                .OrderByDescending(move => counts.Moves[move])
                .ThenBy(move => move.To)
                .ToList();
            if (leaving.Count > 0)
            {
                Line($"  - from: {counts.Statuses[from].Key}");
                Line($"    to:");
                foreach (var move in leaving)
                {
                    Line($"      - {counts.Statuses[move.To].Key} # {Count(counts.Moves[move])}");
                }
            }
        }

        if (!states.Contains(CaseState.Active))
        {
            Line($"  - from: {OpenKey}");
            Line($"    to: {counts.Statuses[InOrder().First()].Key}");
        }
    }

    private void WriteQueues()
    {
        if (counts.Queues.IsEmpty)
        {
            return;
        }

        Line($"");
        Line($"queues:");
        foreach (var queue in counts.Queues.Take(MostQueues))
        {
            Line($"  {queue.Key}: {{ title: {YamlWriting.Text(queue.Title)} }} # {Many(queue.Events, "event")}");
        }

        if (counts.Queues.Length > MostQueues)
        {
            Line($"  # {Count(counts.Queues.Length - MostQueues)} more are left out, the least frequent ones.");
        }
    }

    /// <summary>Where cases start comes first, the most frequent start first of all; the rest as cases mostly come by.</summary>
    private IEnumerable<int> InOrder() =>
        Enumerable
            .Range(0, counts.Statuses.Length)
            .OrderByDescending(index => chosen.Starts.Contains(index) ? counts.Statuses[index].Starts : 0)
            .ThenBy(index => counts.Statuses[index].MeanPosition)
            .ThenBy(index => counts.Statuses[index].Key, StringComparer.Ordinal);

    private string OpenKey => new UniqueKeys("open", counts.Statuses.Select(status => status.Key)).For("open");

    private static string Title(string key)
    {
        var words = key.Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Many(int count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Verb(int count, string verb) => count == 1 ? $"{verb}s" : verb;

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private void Line(FormattableString line) => yaml.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
