namespace CaseFlow.Storage.Migrations;

/// <summary>Fills the times that reports count by into the rows of cases that were there before those columns.</summary>
internal static class ReportTimes
{
    public static string Sqlite { get; } =
        $"""
            UPDATE cases SET
              closed_at = CASE WHEN state <> 'active' THEN {OnSqlite(
                "coalesce(snapshot ->> '$.resolution.at', snapshot ->> '$.statusSince')"
            )} END,
              due_at = (SELECT min({OnSqlite("clock.value ->> '$.due.fail'")}) FROM json_each(snapshot, '$.clocks') clock
                WHERE clock.value ->> '$.state' = 'running'),
              risk_at = (SELECT min({OnSqlite("clock.value ->> '$.due.fail'")}) FROM json_each(snapshot, '$.clocks') clock
                WHERE clock.value ->> '$.state' = 'running' AND clock.value ->> '$.warned' > 0),
              missed_at = (SELECT max({OnSqlite("clock.value ->> '$.endedAt'")}) FROM json_each(snapshot, '$.clocks') clock
                WHERE clock.value ->> '$.state' = 'failed')
            """;

    public static string PostgreSql { get; } =
        $"""
            UPDATE cases SET
              closed_at = CASE WHEN state <> 'active' THEN {OnPostgreSql(
                "coalesce(snapshot::jsonb #>> '{resolution,at}', snapshot::jsonb ->> 'statusSince')"
            )} END,
              due_at = (SELECT min({OnPostgreSql("clock #>> '{due,fail}'")}) FROM jsonb_array_elements(snapshot::jsonb -> 'clocks') clock
                WHERE clock ->> 'state' = 'running'),
              risk_at = (SELECT min({OnPostgreSql("clock #>> '{due,fail}'")}) FROM jsonb_array_elements(snapshot::jsonb -> 'clocks') clock
                WHERE clock ->> 'state' = 'running' AND (clock ->> 'warned')::int > 0),
              missed_at = (SELECT max({OnPostgreSql("clock ->> 'endedAt'")}) FROM jsonb_array_elements(snapshot::jsonb -> 'clocks') clock
                WHERE clock ->> 'state' = 'failed')
            """;

    // Ticks from a text such as 2026-03-02T09:00:00.1234567+00:00: no function of either database knows the seventh digit.
    private static string OnSqlite(string text) =>
        $"""
            (SELECT unixepoch(substr(t, 1, 19) || substr(t, -6)) * 10000000 + 621355968000000000
               + CASE WHEN substr(t, 20, 1) = '.' THEN CAST(substr(substr(t, 21, length(t) - 26) || '0000000', 1, 7) AS INTEGER) ELSE 0 END
             FROM (SELECT {text} AS t))
            """;

    private static string OnPostgreSql(string text) =>
        $"""
            (SELECT extract(epoch FROM (left(t, 19) || right(t, 6))::timestamptz)::bigint * 10000000 + 621355968000000000
               + CASE WHEN substr(t, 20, 1) = '.' THEN rpad(substr(t, 21, length(t) - 26), 7, '0')::bigint ELSE 0 END
             FROM (SELECT {text} AS t) AS one)
            """;
}
