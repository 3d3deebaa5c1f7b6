using System.Globalization;
using CaseFlow.Engine.Cases;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What is promised of finding cases by their words, whichever database answers.</summary>
public abstract class SearchContract(StorageProvider provider) : StorageTest(provider)
{
    [Fact]
    public async Task Cases_are_found_by_title_description_activities_and_resolution()
    {
        await Append(null, Open(1, "The printer is on fire"));
        await Append(await Append(null, Open(2, "Slow laptop")), Edit("description", "", "It hums like a printer"));
        await Append(await Append(null, Open(3, "Nothing works")), Call("Printer again", "The customer is\nfurious"));
        await Append(await Append(null, Open(4, "Smoke")), Resolve("Took the printer to the yard"));
        await Append(null, Open(5, "Monitor"));

        Assert.Equal("1 4 3 2", await Found("printer"));
        Assert.Equal("3", await Found("furious printer"));
        Assert.Equal("4", await Found("yard"));
    }

    [Fact]
    public async Task The_ticket_number_comes_first_then_titles_and_the_newest_of_equals()
    {
        await Append(null, Open(1, "Case cas 00003 is wrong"));
        await Append(null, Open(2, "Other", "ABC-00002"));
        await Append(await Append(null, Open(3, "Third")), Call("About cas 00003", null));
        await Append(null, Open(4, "Cas 00003 again"));

        Assert.Equal("3 4 1", await Found("cas-00003"));
        Assert.Equal("2", await Found("abc-00002"));
    }

    [Theory]
    [InlineData("brulee")]
    [InlineData("BRÛLÉE")]
    [InlineData("creme brul")]
    [InlineData("crè")]
    [InlineData("straße")]
    [InlineData("москва")]
    [InlineData("Москв")]
    public async Task Capitals_accents_and_the_rest_of_the_last_word_do_not_matter(string typed)
    {
        await Append(null, Open(1, "Crème brûlée, Straße: МОСКВА"));

        Assert.Equal("1", await Found(typed));
    }

    [Fact]
    public async Task A_word_that_is_followed_by_something_is_whole()
    {
        await Append(null, Open(1, "printer"));

        Assert.Equal("1", await Found("print"));
        Assert.Empty(await Found("print "));
        Assert.Empty(await Found("print fire"));
    }

    [Fact]
    public async Task What_is_not_said_any_more_is_not_found_any_more()
    {
        var opened = await Append(null, Open(1, "Old words"));
        var edited = await Append(opened, Retitle("Old words", "New words"));
        await Append(edited, Resolve("first"));

        Assert.Empty(await Found("old"));
        Assert.Equal("1", await Found("new first"));
    }

    [Fact]
    public async Task Cases_that_were_stored_before_there_were_texts_are_found_after_the_next_start()
    {
        await Append(null, Open(1, "The printer is on fire"));
        await Append(await Append(null, Open(2, "Smoke")), Call("Printer again", null), Resolve("Yard"));
        await Append(null, Open(3, "Old printer"));
        await Store.Sql("DELETE FROM case_texts", "UPDATE activities SET words = ''");

        await Reopen();

        Assert.Equal("3 1 2", await Found("printer"));
        Assert.Equal("2", await Found("yard"));
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Where_giving_them_texts_was_broken_off_the_next_start_goes_on()
    {
        foreach (var number in Enumerable.Range(1, 4))
        {
            await Append(null, Open(number));
        }

        await Store.Sql($"DELETE FROM case_texts WHERE case_id IN (SELECT id FROM cases WHERE ticket > '{Ticket(2)}')");

        await Reopen();

        Assert.Equal("4 3 2 1", await Found("printer"));
    }

    [Fact]
    public async Task A_merged_cases_activities_are_found_at_the_survivor_until_it_is_let_go()
    {
        var (survivor, other) = (
            await Append(null, Open(1, "Survivor"), Call("Own", null)),
            await Append(null, Open(2, "Other"), Call("Brought along", null))
        );
        var before = other.Case;
        (survivor, other) = await AppendBoth(TestMerges.Merge(survivor, other));
        Assert.Equal("1", await Found("brought"));
        var later = Call("Added later", null);
        survivor = await Append(survivor, later);

        await AppendBoth(TestMerges.Unmerge(survivor, other, before, later.Activity));

        Assert.Equal("2", await Found("brought"));
        Assert.Equal("2", await Found("later"));
        Assert.Equal("1", await Found("own"));
    }

    [Fact]
    public async Task Moves_write_no_text()
    {
        var opened = await Append(null, Open(1));
        await Store.Sql("DELETE FROM case_texts");

        await Append(opened, Move("busy"), Queue("dispatch"));

        await using var db = Store.Context();
        Assert.Empty(await db.CaseTexts.ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("')--")]
    [InlineData("printer OR")]
    [InlineData("NEAR(printer fire)")]
    [InlineData("title:printer")]
    [InlineData("printer & | ! <-> :*")]
    [InlineData("{title} : ^printer*")]
    [InlineData("\ud800 printer")]
    public async Task Quotes_and_operators_are_no_orders(string typed)
    {
        await Append(null, Open(1));

        await Found(typed);
    }

    [Fact]
    public async Task Whatever_is_typed_or_written_breaks_nothing()
    {
        var opened = await Append(null, Open(1));
        var texts = Gen.String.Array[40].Single();
        foreach (var text in texts)
        {
            var written = text.Replace("\0", "", StringComparison.Ordinal);
            opened = await Append(opened, Call("x", written));
            await Found(text);
        }
    }

    [Fact]
    public async Task Long_texts_are_taken_as_far_as_they_go()
    {
        var opened = await Append(null, Open(1));
        var words = string.Join(' ', Enumerable.Range(0, 30_000).Select(number => $"{number:x5}"));

        await Append(opened, Edit("description", "", words), Call("a", words), Call("b", words), Resolve(words));

        Assert.Equal("1", await Found("00001"));
    }

    [Fact]
    public async Task Pages_go_on_after_the_last_case_seen_of_a_tier()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await Append(null, Open(number));
        }

        await using var db = Store.Context();
        var page = await db.Best(SearchWords.Of("printer"), SearchTier.Title, Id(4).Value)
            .Where(row => row.Ticket != Ticket(2))
            .Take(2)
            .Select(row => row.Ticket)
            .ToListAsync(Cancellation);

        Assert.Equal([Ticket(3), Ticket(1)], page);
    }

    [Fact]
    public async Task Words_narrow_a_list_in_another_order()
    {
        await Append(null, Open(1));
        await Append(null, Open(2, "Monitor"));
        await Append(null, Open(3));

        await using var db = Store.Context();
        var found = await db
            .Cases.Matching(db, SearchWords.Of("print"))
            .OrderBy(row => row.Id)
            .Select(row => row.Ticket)
            .ToListAsync(Cancellation);

        Assert.Equal([Ticket(1), Ticket(3)], found);
    }

    private static CaseEvent.ActivityAdded Call(string subject, string? text) =>
        AddActivity(Guid.CreateVersion7()) with
        {
            Content = new(ActivityKind.Note, subject, text, null, IsPublic: false, null),
        };

    /// <summary>The numbers of the cases, as all tiers have them, one after the other.</summary>
    private async Task<string> Found(string typed)
    {
        await using var db = Store.Context();
        var found = new List<string>();
        foreach (var tier in Enum.GetValues<SearchTier>())
        {
            found.AddRange(
                await db.Best(SearchWords.Of(typed), tier, after: null)
                    .Select(row => row.Ticket)
                    .ToListAsync(Cancellation)
            );
        }

        return string.Join(' ', found.Select(ticket => int.Parse(ticket[4..], CultureInfo.InvariantCulture)));
    }
}

/// <inheritdoc cref="SearchContract" />
public sealed class SearchOnSqlite() : SearchContract(StorageProvider.Sqlite);

/// <inheritdoc cref="SearchContract" />
public sealed class SearchOnPostgreSql() : SearchContract(StorageProvider.PostgreSql);
