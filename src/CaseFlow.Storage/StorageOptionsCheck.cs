using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CaseFlow.Storage;

/// <summary>Says at start what is wrong with the settings, all of it, in the words of the settings.</summary>
internal sealed class StorageOptionsCheck : IValidateOptions<StorageOptions>
{
    private const int MostWriters = 32;

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var problems = new List<string>();
        if (!Enum.IsDefined(options.Provider))
        {
            problems.Add("Storage:Provider is Sqlite or PostgreSql.");
        }
        else if (ProblemOf(options) is { } problem)
        {
            problems.Add($"Storage:ConnectionString {problem}");
        }

        if (options.Writers is < 1 or > MostWriters)
        {
            problems.Add($"Storage:Writers is from 1 to {MostWriters}, not {options.Writers}.");
        }

        return problems is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string? ProblemOf(StorageOptions options)
    {
        try
        {
            return options.Provider switch
            {
                StorageProvider.PostgreSql => new NpgsqlConnectionStringBuilder(options.ConnectionString) switch
                {
                    { Host: null or "" } => "needs a Host for PostgreSQL.",
                    { Database: null or "" } => "needs a Database for PostgreSQL.",
                    _ => null,
                },
                _ => new SqliteConnectionStringBuilder(options.ConnectionString) switch
                {
                    { DataSource: "" or ":memory:" } or { Mode: SqliteOpenMode.Memory } =>
                        "needs a file for SQLite, as in 'Data Source=data/caseflow.db'.",
                    _ => null,
                },
            };
        }
        catch (ArgumentException unreadable)
        {
            return $"cannot be read: {unreadable.Message}";
        }
    }
}
