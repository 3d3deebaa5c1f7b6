using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Storage;

/// <summary>Finds cases like one: those of the same subject or product first, then of the subject above, then by the words they share, the rare ones above all.</summary>
public static class SimilarCases
{
    /// <summary>A word of more cases than this says little about any, and costs most to look through.</summary>
    private const int MostOfOneWord = 1_000;

    /// <summary>The rarest words are taken until so many cases have one: the work is the same in a thousand cases as in a million.</summary>
    private const int MostLookedThrough = 3_000;

    /// <summary>With fewer words in the title the description helps out.</summary>
    private const int FewWords = 3;

    private const int MostWords = 24;

    /// <summary>As many are taken from the index by the database's own rank, and put in order here, by the same rule on both databases.</summary>
    public const int MostCompared = 100;

    /// <summary>A word in a title says what the case is about; elsewhere it may only be mentioned.</summary>
    private const double OutsideTitle = 0.3;

    /// <summary>How much a title longer than usual takes off: each of its words says less.</summary>
    private const double LengthMatters = 0.35;

    private const double UsualTitle = 9;

    /// <param name="of">The case that others are compared with.</param>
    /// <param name="typed">Words to look for; null for those of the case's title.</param>
    /// <param name="above">The subject above the case's own; null where there is none.</param>
    /// <param name="state">The name of a state; null for all.</param>
    public static async Task<ImmutableArray<SimilarMatch>> FindSimilar(
        this CaseFlowDb db,
        Guid of,
        string? typed,
        NoiseWords noise,
        string? above,
        string? state,
        int most,
        CancellationToken cancellation
    )
    {
        if (
            await db.CaseTexts.AsNoTracking().SingleOrDefaultAsync(row => row.CaseId == of, cancellation)
            is not { } self
        )
        {
            return [];
        }

        var asked = new SimilarQuestion(self.Id, self.Subject, above, self.Product, state, MostCompared);
        var (words, areCommon) = await Weigh(db, WordsOf(self, typed, noise), cancellation);
        List<SimilarHit> hits =
            words.IsEmpty ? []
            : areCommon ? await Newest(db, asked, words).ToListAsync(cancellation)
            : await Hits(db, asked, words).ToListAsync(cancellation);

        // Who looks for words wants those; who does not is shown what is of the same kind as well.
        var akin =
            typed is null && hits.Count(hit => hit.IsAkin) < most
                ? await Akin(db, asked).ToListAsync(cancellation)
                : [];
        var ids = hits.Select(hit => hit.Id).Union(akin).ToList();
        var texts = await db.CaseTexts.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellation);
        return
        [
            .. texts
                .Select(text => Match(self, text, above, words))
                .OrderByDescending(match => match.SameSubject || match.SameProduct)
                .ThenByDescending(match => match.ParentSubject)
                .ThenByDescending(match => match.Score)
                .ThenByDescending(match => match.CaseId)
                .Take(most),
        ];
    }

    private static ImmutableArray<string> WordsOf(CaseTextRow self, string? typed, NoiseWords noise)
    {
        if (typed is not null)
        {
            return noise.Without(FoldedText.Of(typed));
        }

        var title = noise.Without(self.Title);
        return title.Length >= FewWords
            ? title
            : [.. title.Union(noise.Without(self.Description), StringComparer.Ordinal).Take(MostWords)];
    }

    /// <summary>The rarest words that some case has; where all of them are common, all of them.</summary>
    private static async Task<(ImmutableArray<WeightedWord> Words, bool AreCommon)> Weigh(
        CaseFlowDb db,
        ImmutableArray<string> words,
        CancellationToken cancellation
    )
    {
        var all = await db
            .CaseTexts.OrderByDescending(row => row.Id)
            .Select(row => row.Id)
            .FirstOrDefaultAsync(cancellation);
        var common = Math.Min(MostOfOneWord, Math.Max(all / 5, 10));
        var counted = new List<(string Word, long Cases)>();
        foreach (var word in words.Take(MostWords))
        {
            var cases = await Count(db, word).SingleAsync(cancellation);
            if (cases > 0)
            {
                counted.Add((word, cases));
            }
        }

        var left = (long)MostLookedThrough;
        var rare = ImmutableArray.CreateBuilder<WeightedWord>();
        foreach (var (word, cases) in counted.OrderBy(one => one.Cases).TakeWhile(one => one.Cases <= common))
        {
            if (cases <= left)
            {
                rare.Add(Weighted(word, cases));
                left -= cases;
            }
        }

        return rare.Count > 0
            ? (rare.ToImmutable(), false)
            : ([.. counted.Select(one => Weighted(one.Word, one.Cases))], true);

        WeightedWord Weighted(string word, long cases) => new(word, Math.Log(1 + ((double)all / cases)));
    }

    /// <summary>Of words that are in cases without number, only all together say something, and the newest are as good as any.</summary>
    private static IQueryable<SimilarHit> Newest(
        CaseFlowDb db,
        SimilarQuestion asked,
        ImmutableArray<WeightedWord> words
    ) =>
        db is SqliteCaseFlowDb
            ? SqliteCaseSearch.NewestSimilar(db, asked, words)
            : PostgreSqlCaseSearch.NewestSimilar(db, asked, words);

    private static IQueryable<long> Count(CaseFlowDb db, string word) =>
        db is SqliteCaseFlowDb
            ? SqliteCaseSearch.Count(db, word, MostOfOneWord + 1)
            : PostgreSqlCaseSearch.Count(db, word, MostOfOneWord + 1);

    private static IQueryable<SimilarHit> Hits(
        CaseFlowDb db,
        SimilarQuestion asked,
        ImmutableArray<WeightedWord> words
    ) =>
        db is SqliteCaseFlowDb
            ? SqliteCaseSearch.Similar(db, asked, words)
            : PostgreSqlCaseSearch.Similar(db, asked, words);

    /// <summary>The newest of the same subject, of that above it or of the same product, whatever their words.</summary>
    private static IQueryable<long> Akin(CaseFlowDb db, SimilarQuestion asked)
    {
        List<IQueryable<CaseTextRow>> kinds = [];
        if (asked.Subject is { } subject)
        {
            kinds.Add(db.CaseTexts.Where(row => row.Subject == subject));
        }

        if (asked.Above is { } above)
        {
            kinds.Add(db.CaseTexts.Where(row => row.Subject == above));
        }

        if (asked.Product is not null || kinds.Count == 0)
        {
            kinds.Add(db.CaseTexts.Where(row => row.Product != null && row.Product == asked.Product));
        }

        return kinds.Select(kind => Akin(db, asked, kind)).Aggregate((one, other) => one.Concat(other));
    }

    private static IQueryable<long> Akin(CaseFlowDb db, SimilarQuestion asked, IQueryable<CaseTextRow> texts)
    {
        var state = Engine.Cases.StateNames.Find(asked.State);
        return texts
            .Where(row => row.Id != asked.Of)
            .Join(db.Cases, text => text.CaseId, row => row.Id, (text, row) => new { text.Id, row.State })
            .Where(pair => state == null || pair.State == state)
            .OrderByDescending(pair => pair.Id)
            .Select(pair => pair.Id)
            .Take(asked.Most);
    }

    private static SimilarMatch Match(
        CaseTextRow self,
        CaseTextRow other,
        string? above,
        ImmutableArray<WeightedWord> words
    )
    {
        var title = $" {other.Title} ";
        var text = $" {other.Description} {other.Activities} {other.Resolution} ";
        var matched = ImmutableArray.CreateBuilder<string>();
        var score = 0.0;
        foreach (var (word, weight) in words)
        {
            var worth =
                Has(title, word) ? 1
                : Has(text, word) ? OutsideTitle
                : 0;
            score += weight * worth;
            if (worth > 0)
            {
                matched.Add(word);
            }
        }

        var length = other.Title.Count(letter => letter == ' ') + 1;
        return new(
            other.CaseId,
            Math.Round(score / (1 - LengthMatters + (LengthMatters * length / UsualTitle)), 3),
            self.Subject is not null && self.Subject == other.Subject,
            above is not null && above == other.Subject,
            self.Product is not null && self.Product == other.Product,
            matched.ToImmutable()
        );
    }

    private static bool Has(string text, string word) => text.Contains($" {word} ", StringComparison.Ordinal);
}
