using CaseFlow.Engine.Cases;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What is promised of finding cases like one, whichever database answers.</summary>
public abstract class SimilarContract(StorageProvider provider) : StorageTest(provider)
{
    [Fact]
    public async Task Resolved_cases_of_the_same_subject_come_first_then_those_with_rarer_words()
    {
        await Resolved(1, "Laptop does not start", subject: "hardware");
        await Resolved(2, "Printer jams and smells of ozone", subject: "printing");
        await Resolved(3, "Printer jams", subject: "hardware");
        await Resolved(4, "Paper is out in the printer", subject: "printing");
        await Append(null, Open(5, "Printer jams with ozone"), About("hardware"));
        await Append(null, Open(6, "Printer jams, ozone everywhere"), About("hardware"));

        var similar = await Similar(6);

        Assert.Equal([3, 1, 2, 4], similar.Select(match => NumberOf(match)));
        Assert.Equal([true, true, false, false], similar.Select(match => match.SameSubject));
        Assert.Equal(["jams", "printer"], similar[0].Words.Order(StringComparer.Ordinal));
        Assert.Equal(["jams", "ozone", "printer"], similar[2].Words.Order(StringComparer.Ordinal));
        Assert.Equal(0, similar[1].Score);
        Assert.True(similar[2].Score > similar[3].Score);
    }

    [Fact]
    public async Task Cases_of_the_subject_above_come_next()
    {
        await Resolved(1, "Printer jams", subject: "billing");
        await Resolved(2, "Laptop does not start", subject: "hardware");
        await Resolved(3, "Paper is out", subject: "printing");
        await Append(null, Open(4, "Printer jams"), About("printing"));

        var similar = await Similar(4, above: "hardware");

        Assert.Equal([3, 2, 1], similar.Select(match => NumberOf(match)));
        Assert.Equal([false, true, false], similar.Select(match => match.ParentSubject));
        Assert.Equal([3, 1], (await Similar(4)).Select(match => NumberOf(match)));
    }

    [Fact]
    public async Task Words_that_are_typed_are_looked_for_instead_of_the_title()
    {
        await Resolved(1, "Ozone alarm", subject: "building");
        await Resolved(2, "Printer jams", subject: "hardware");
        await Append(null, Open(3, "Printer jams"), About("hardware"));

        Assert.Equal([1], (await Similar(3, typed: "ozone")).Select(NumberOf));
        Assert.Equal([2], (await Similar(3, typed: "jams")).Select(NumberOf));
        Assert.Empty(await Similar(3, typed: "\"'):*"));
    }

    [Fact]
    public async Task Other_states_are_looked_in_where_it_is_asked_for()
    {
        await Append(null, Open(1, "Printer jams"));
        await Append(null, Open(2, "Printer jams"));

        Assert.Empty(await Similar(2));
        Assert.Equal([1], (await Similar(2, state: "active")).Select(NumberOf));
        Assert.Equal([1], (await Similar(2, state: null)).Select(NumberOf));
    }

    [Fact]
    public async Task Those_of_the_same_product_come_first_as_well()
    {
        await Append(null, Open(1, "Cannot print"), About("printing"), Edit("product", "", "Laptop"), Resolve("Done"));
        await Append(null, Open(2, "Blue screen"), Edit("product", "", "Phone"), Resolve("Done"));
        await Resolved(3, "Printer jams");
        await Append(null, Open(4, "Printer jams"), About("printing"), Edit("product", "", "Phone"));

        var similar = await Similar(4);

        Assert.Equal([2, 1, 3], similar.Select(NumberOf));
        Assert.Equal([true, false, false], similar.Select(match => match.SameProduct));
    }

    [Fact]
    public async Task Where_all_words_are_common_the_newest_with_all_of_them_are_found()
    {
        for (var number = 1; number <= 12; number++)
        {
            await Resolved(number, "Printer jams");
        }

        await Append(null, Open(13, "Printer jams"));

        Assert.Equal([12, 11, 10, 9, 8], (await Similar(13)).Select(NumberOf));
    }

    [Fact]
    public async Task Noise_does_not_count()
    {
        await Resolved(1, "Dear support team: invoice");
        await Resolved(2, "Password");
        await Append(null, Open(3, "Dear support team, my password"));

        Assert.Equal([2], (await Similar(3, noise: "dear; Support Team; my")).Select(NumberOf));
    }

    private async Task Resolved(int number, string title, string? subject = null) =>
        await Append(
            null,
            subject is null
                ? [Open(number, title), Resolve("Done")]
                : [Open(number, title), About(subject), Resolve("Done")]
        );

    private static CaseEvent.Edited About(string subject) => Edit("subject", "", subject);

    private Task<ImmutableArray<SimilarMatch>> Similar(
        int of,
        string? typed = null,
        string? state = "resolved",
        string noise = "",
        string? above = null
    ) => Store.Similar.Find(Id(of).Value, typed, new NoiseWords(noise), above, state, most: 5, Cancellation);

    private static int NumberOf(SimilarMatch match) =>
        Enumerable.Range(1, 13).Single(number => Id(number).Value == match.CaseId);
}

/// <inheritdoc cref="SimilarContract" />
public sealed class SimilarOnSqlite() : SimilarContract(StorageProvider.Sqlite);

/// <inheritdoc cref="SimilarContract" />
public sealed class SimilarOnPostgreSql() : SimilarContract(StorageProvider.PostgreSql);
