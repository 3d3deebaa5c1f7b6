using Microsoft.EntityFrameworkCore;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <inheritdoc cref="JournalContract" />
public sealed class JournalOnPostgreSql() : JournalContract(StorageProvider.PostgreSql)
{
    [Fact]
    public async Task A_lost_connection_is_made_again()
    {
        var opened = await Append(null, Open(1));

        await Store.Sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"
        );
        await Append(opened, Move("busy"));

        Assert.Equal(2, (await Journal.Load(Id(1), Cancellation))?.Case.Version);
    }

    [Fact]
    public async Task A_character_that_PostgreSQL_has_not_got_fails_its_own_append_only()
    {
        var bad = Journal.Append(new(null, [Open(1, title: "a\0b")]), Cancellation).AsTask();
        var good = Journal.Append(new(null, [Open(2)]), Cancellation).AsTask();

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => bad);
        Assert.IsType<AppendResult.Appended>(await good);
    }

    [Fact]
    public async Task What_of_a_case_is_compressed_is_compressed_by_LZ4()
    {
        await Append(null, Open(1, title: new string('x', 10_000)));

        await using var db = Store.Context();
        var how = await db
            .Database.SqlQueryRaw<string>("""SELECT pg_column_compression(snapshot) AS "Value" FROM cases""")
            .SingleAsync(Cancellation);

        Assert.Equal("lz4", how);
    }
}
