using CaseFlow.Engine.Logs;
using CaseFlow.Engine.Logs.Maps;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Host.EventLogs;

/// <summary>Which column of a log tells what: as the map says, else as columns of that kind are usually called.</summary>
internal sealed record LogColumns(
    int Case,
    ImmutableArray<int> Status,
    ImmutableArray<int> Time,
    int? User,
    int? Queue,
    ImmutableArray<(string Field, int Column)> Fields
)
{
    // The first that a log has is taken; how the words are joined and written does not matter.
    private static readonly ImmutableArray<string> CaseNames = Names(
        "case id, case, case concept name, case key, case number, case no, ticket id, ticket, ticket number, ticket no, "
            + "incident id, incident, incident number, sr number, issue id, issue key, issue, request id, request number, "
            + "order id, order number, order no, trace id, trace, process instance, process instance id, process id, instance id, "
            + "case identifier, case reference, problem id, change id, bug id, bug, claim id, application id, service id, "
            + "session id, work item id, vorgangsnummer, fallnummer, fall, dossier, numero de dossier, caso, number, id"
    );

    private static readonly ImmutableArray<string> StatusNames = Names(
        "activity, concept name, status, event, activity name, new status, state, new state, event name, event type, "
            + "status name, activity id, task, action, step, case status, incident state, incident status, ticket status, to status, "
            + "status to, current status, task name, activity description, event description, operation, stage, "
            + "aktivität, vorgang, statut, activité, actividad, estado, attività, stato"
    );

    private static readonly ImmutableArray<string> TimeNames = Names(
        "timestamp, time timestamp, complete timestamp, time, event time, date time, date, event timestamp, event date, "
            + "completion time, complete time, end timestamp, end time, completed at, changed at, change date, "
            + "start timestamp, start time, created at, at, event datetime, event time utc, timestamp utc, datetime utc, end date, "
            + "start date, changed on, updated at, updated on, sys updated on, occurred at, created on, log time, ts, "
            + "zeitstempel, datum, zeitpunkt, horodatage, fecha, data"
    );

    private static readonly ImmutableArray<string> UserNames = Names(
        "resource, org resource, user, user id, user name, actor, agent, originator, performer, changed by, done by, by, "
            + "assignee, owner, employee, bearbeiter, benutzer, utilisateur, usuario, operatore"
    );

    /// <summary>The columns, or what is wrong: columns that the map names and the log has not, or none to be found.</summary>
    public static (LogColumns? Columns, ImmutableArray<string> Errors) Find(ImmutableArray<string> header, LogMap map)
    {
        var problems = new List<Problem>();
        var missing = new List<string>();
        var status = map.Status.IsEmpty ? [.. Guess(StatusNames)] : Many(map.Status);
        var time = map.Time.IsEmpty ? [.. Guess(TimeNames)] : Many(map.Time);
        var columns = new LogColumns(
            (map.Case is { } named ? One(named) : Guess(CaseNames).Cast<int?>().FirstOrDefault()) ?? -1,
            status,
            time,
            map.User is { } user ? One(user) : Guess(UserNames).Cast<int?>().FirstOrDefault(),
            map.Queue is { } queue ? One(queue) : null,
            [.. map.Fields.Select(pair => (pair.Field.Name, One(pair.Column) ?? -1))]
        );

        if (problems.Count == 0)
        {
            Require(columns.Case >= 0, "which case a row is about", "case: COLUMN");
            Require(!columns.Status.IsEmpty, "the status", "status: COLUMN");
            Require(!columns.Time.IsEmpty, "the time", "time: COLUMN");
        }

        ImmutableArray<string> errors = [.. problems.Select(problem => problem.ToString()), .. missing];
        return errors.IsEmpty ? (columns, []) : (null, errors);

        IEnumerable<int> Guess(ImmutableArray<string> names) =>
            names.Select(name => IndexOf(header, name)).Where(index => index >= 0).Take(1);

        ImmutableArray<int> Many(ImmutableArray<MappedName> names) => [.. names.Select(name => One(name) ?? -1)];

        int? One(MappedName name)
        {
            var index = header.IndexOf(name.Name, StringComparer.Ordinal);
            index = index >= 0 ? index : IndexOf(header, Joined(name.Name));
            if (index < 0)
            {
                problems.Add(map.NoColumn(name, header));
            }

            return index < 0 ? null : index;
        }

        void Require(bool found, string what, string line)
        {
            if (!found)
            {
                missing.Add(
                    $"No column is called so that it tells {what}. Write '{line}' into a map file. "
                        + $"The columns are: {string.Join(", ", header)}."
                );
            }
        }
    }

    private static int IndexOf(ImmutableArray<string> header, string joined)
    {
        for (var index = 0; joined.Length > 0 && index < header.Length; index++)
        {
            if (Joined(header[index]) == joined)
            {
                return index;
            }
        }

        return -1;
    }

    private static string Joined(string name) => LogText.Slug(name).Replace("-", "", StringComparison.Ordinal);

    private static ImmutableArray<string> Names(string list) => [.. list.Split(", ").Select(Joined)];
}
