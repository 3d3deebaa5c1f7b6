using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage.Tests;

/// <summary>What is promised of reads in SQL, whichever database answers.</summary>
public abstract class ReadsContract(StorageProvider provider) : StorageTest(provider)
{
    private IReads Reads => Store.Store.Reads;

    [Fact]
    public async Task Values_of_each_kind_are_read_as_they_were_written()
    {
        var view = View("What? Where? $1 — 日本 'quoted'", sort: null, isShared: true);
        await Add(view);

        var read = await Reads.First(
            $"""
            SELECT id, owner, name, filter, sort, columns, is_shared, created_at, modified_at FROM saved_views
            WHERE id = {view.Id} AND name = {view.Name} AND created_at = {view.CreatedAt}
            """,
            row => new SavedViewRow
            {
                Id = row.Id(0),
                Owner = row.Text(1)!,
                Name = row.Text(2)!,
                Filter = System.Text.Encoding.UTF8.GetString(row.Bytes(3)),
                Sort = row.Text(4),
                Columns = row.Text(5)!,
                IsShared = row.Flag(6),
                CreatedAt = row.At(7),
                ModifiedAt = row.At(8),
            },
            Cancellation
        );

        Assert.Equal(view, read);
    }

    [Fact]
    public async Task A_part_brings_its_values_along_to_their_places()
    {
        await Add(View("one", "created", true), View("two", "created", false), View("three", "-created", true));
        string[] names = ["one", "two", "three"];
        Sql named = $"name IN ({names})";
        Sql sorted = $"sort = {"created"}";

        var found = await Reads.All(
            $"SELECT name FROM saved_views WHERE owner = {"ann"} AND {named} AND ({sorted}) ORDER BY name LIMIT {5}",
            row => row.Text(0),
            Cancellation
        );

        Assert.Equal(["one", "two"], found);
    }

    [Fact]
    public async Task Ever_new_shapes_of_a_question_are_answered_like_the_first()
    {
        await Add(View("one", null, true));

        for (var length = 1; length <= 250; length++)
        {
            var names = Enumerable.Repeat("one", length);
            Assert.Single(
                await Reads.All($"SELECT id FROM saved_views WHERE name IN ({names})", row => row.Id(0), Cancellation)
            );
        }
    }

    [Fact]
    public async Task A_read_that_fails_leaves_the_next_one_alone()
    {
        await Add(View("one", null, true));
        Sql all = $"SELECT name FROM saved_views";

        await Assert.ThrowsAnyAsync<FormatException>(async () =>
            await Reads.All<string>(all, _ => throw new FormatException("This row cannot be read."), Cancellation)
        );

        Assert.Equal(["one"], await Reads.All(all, row => row.Text(0), Cancellation));
    }

    [Fact]
    public async Task Each_read_sees_what_was_written_before_it()
    {
        Sql count = $"SELECT count(*) FROM saved_views";
        Assert.Equal([0L], await Reads.All(count, row => row.Number(0), Cancellation));

        await Add(View("one", null, true));

        Assert.Equal([1L], await Reads.All(count, row => row.Number(0), Cancellation));
    }

    private async Task Add(params SavedViewRow[] views)
    {
        await using var db = Store.Context();
        db.SavedViews.AddRange(views);
        await db.SaveChangesAsync(Cancellation);
    }

    private static SavedViewRow View(string name, string? sort, bool isShared) =>
        new()
        {
            Id = Guid.CreateVersion7(TestCases.Monday9),
            Owner = "ann",
            Name = name,
            Filter = "{}",
            Sort = sort,
            Columns = "[]",
            IsShared = isShared,
            CreatedAt = TestCases.Monday9.ToUniversalTime(),
            ModifiedAt = TestCases.Monday9.ToUniversalTime(),
        };
}

/// <inheritdoc cref="ReadsContract" />
public sealed class ReadsOnSqlite() : ReadsContract(StorageProvider.Sqlite)
{
    [Fact]
    public async Task What_only_reads_cannot_write()
    {
        Sql delete = $"DELETE FROM saved_views RETURNING id";

        var refused = await Assert.ThrowsAsync<SqliteException>(async () =>
            await Store.Store.Reads.All(delete, row => row.Id(0), Cancellation)
        );

        Assert.Contains("readonly", refused.Message, StringComparison.Ordinal);
    }
}

/// <inheritdoc cref="ReadsContract" />
public sealed class ReadsOnPostgreSql() : ReadsContract(StorageProvider.PostgreSql);
