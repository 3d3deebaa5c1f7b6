using CaseFlow.Engine.Cases;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>What is promised of the names that other systems know cases by, whichever database keeps them.</summary>
public abstract class ReferenceContract(StorageProvider provider) : StorageTest(provider)
{
    [Fact]
    public async Task A_case_is_found_by_what_it_is_called_elsewhere_and_no_edit_loses_that()
    {
        var opened = await Append(null, Open(1), Refer("issue-1"));
        await Append(opened, Retitle("The printer is on fire", "Fire"));

        await using var db = Store.Context();
        var row = await db.CaseReferences.SingleAsync(Cancellation);
        Assert.Equal(("github", "issue-1", Id(1).Value), (row.Source, row.Key, row.CaseId));
        Assert.Equal([new("github", "issue-1")], (await Journal.Load(Id(1), Cancellation))!.Case.References);
        Assert.Empty(await Store.Verify());
    }

    [Fact]
    public async Task Of_two_cases_that_are_called_the_same_only_one_is_opened()
    {
        var results = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(number =>
                    Journal.Append(new CaseAppend(null, [Open(number), Refer("issue-1")]), Cancellation).AsTask()
                )
        );

        Assert.Single(results.OfType<AppendResult.Appended>());
        Assert.Equal(7, results.OfType<AppendResult.Overtaken>().Count());
        await using var db = Store.Context();
        Assert.Equal(1, await db.Cases.CountAsync(Cancellation));
        Assert.Equal(2, await db.CaseEvents.CountAsync(Cancellation));
    }

    [Theory]
    [InlineData("DELETE FROM case_references", "its references are none, and by its history 'issue-1' of github.")]
    [InlineData(
        "UPDATE case_references SET \"key\" = 'issue-2'",
        "its references are 'issue-2' of github, and by its history 'issue-1' of github."
    )]
    public async Task Verification_finds_a_reference_that_was_changed_by_hand(string tampering, string expected)
    {
        await Append(null, Open(1), Refer("issue-1"));

        await Store.Sql(tampering);

        Assert.Equal([$"Case {Id(1)}: {expected}"], await Store.Verify());
    }

    private static CaseEvent.ReferenceAdded Refer(string key) =>
        new(new ExternalReference("github", key))
        {
            By = "webhook:github",
            At = Monday9,
            Definition = Open(1).Definition,
        };
}

/// <inheritdoc cref="ReferenceContract" />
public sealed class ReferencesOnSqlite() : ReferenceContract(StorageProvider.Sqlite);

/// <inheritdoc cref="ReferenceContract" />
public sealed class ReferencesOnPostgreSql() : ReferenceContract(StorageProvider.PostgreSql);
