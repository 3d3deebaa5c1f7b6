using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.VisualBasic.FileIO;
using static CaseFlow.Storage.Tests.TestCases;

namespace CaseFlow.Storage.Tests;

/// <summary>How many of the duplicates that people found in a real bug tracker are among the ten most similar.</summary>
public abstract class KnownDuplicatesContract(StorageProvider provider) : StorageTest(provider)
{
    private const int Looked = 10;

    [Fact]
    public async Task Similar_cases_find_known_duplicates_far_better_than_a_search_for_the_title()
    {
        var folder = SharedData.Folder("text-seamonkey");
        var reports = await Read(Path.Combine(folder, "seamonkey.csv.gz"));
        var pairs = await Read(Path.Combine(folder, "seamonkey.duplicates.csv"));
        var numbers = reports.Select((report, index) => (Id: report["issue_id"], Number: index + 1)).ToDictionary();
        await Task.WhenAll(reports.Select(report => Open(numbers[report["issue_id"]], report)));

        var known = pairs
            .Where(pair => pair["both_in_corpus"] == "1")
            .GroupBy(pair => numbers[pair["issue_id"]], pair => Id(numbers[pair["duplicate_id"]]).Value)
            .ToList();
        var (found, liked, all) = (0, 0, 0);
        await using var db = Store.Context();
        foreach (var duplicates in known)
        {
            var of = Id(duplicates.Key).Value;
            var similar = await Store.Similar.Find(
                of,
                null,
                new NoiseWords(""),
                above: null,
                state: null,
                Looked,
                Cancellation
            );
            found += duplicates.Intersect(similar.Select(match => match.CaseId)).Count();
            liked += duplicates.Intersect(await Like(db, of)).Count();
            all += duplicates.Count();
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"recall@{Looked} of {all} known duplicates: similar {(double)found / all:0.000}, title LIKE {(double)liked / all:0.000}"
        );
        Assert.True(found >= 0.65 * all, $"Only {found} of {all} duplicates were found.");
        Assert.True(found >= 2 * liked, $"{found} were found, by LIKE {liked}.");
    }

    /// <summary>The most that LIKE can do: the newest cases whose title has a longer word of this one's.</summary>
    private static async Task<List<Guid>> Like(CaseFlowDb db, Guid of)
    {
        var title = (await db.CaseTexts.SingleAsync(row => row.CaseId == of, Cancellation)).Title;
        var words = title.Split(' ').Where(word => word.Length > 3).ToList();
        var liked = new Dictionary<Guid, int>();
        foreach (var word in words)
        {
            var rows = await db
                .CaseTexts.Where(row => row.CaseId != of && EF.Functions.Like(row.Title, $"%{word}%"))
                .Select(row => row.CaseId)
                .ToListAsync(Cancellation);
            rows.ForEach(row => liked[row] = liked.GetValueOrDefault(row) + 1);
        }

        return [.. liked.Keys.OrderDescending().Take(Looked)];
    }

    private async Task Open(int number, Dictionary<string, string> report) =>
        await Append(
            null,
            TestCases.Open(number, report["summary"]),
            Edit("description", "", report["description"].Replace("\0", "", StringComparison.Ordinal))
        );

    private static async Task<List<Dictionary<string, string>>> Read(string path)
    {
        await using var file = File.OpenRead(path);
        await using Stream text = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var parser = new TextFieldParser(text) { TextFieldType = FieldType.Delimited, TrimWhiteSpace = false };
        parser.SetDelimiters(",");
        var columns = parser.ReadFields()!;
        var rows = new List<Dictionary<string, string>>();
        while (parser.ReadFields() is { } fields)
        {
            rows.Add(columns.Zip(fields).ToDictionary(StringComparer.Ordinal));
        }

        return rows;
    }
}

/// <inheritdoc cref="KnownDuplicatesContract" />
public sealed class KnownDuplicatesOnSqlite() : KnownDuplicatesContract(StorageProvider.Sqlite);

/// <inheritdoc cref="KnownDuplicatesContract" />
public sealed class KnownDuplicatesOnPostgreSql() : KnownDuplicatesContract(StorageProvider.PostgreSql);
