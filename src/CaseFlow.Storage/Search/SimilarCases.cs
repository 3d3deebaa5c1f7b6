namespace CaseFlow.Storage;

/// <summary>Finds cases like one: those of the same subject or product first, then of the subject above, then by the words they share, the rare ones above all.</summary>
public sealed class SimilarCases
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

    private readonly IReads reads;
    private readonly IWordSql sql;

    internal SimilarCases(IReads reads, IWordSql sql)
    {
        this.reads = reads;
        this.sql = sql;
    }

    /// <param name="of">The case that others are compared with.</param>
    /// <param name="typed">Words to look for; null for those of the case's title.</param>
    /// <param name="above">The subject above the case's own; null where there is none.</param>
    /// <param name="state">The name of a state; null for all.</param>
    public async Task<ImmutableArray<SimilarMatch>> Find(
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
            await reads.First(
                $"SELECT {CaseTextRow.Columns} FROM case_texts t WHERE t.case_id = {of}",
                CaseTextRow.Read,
                cancellation
            )
            is not { } self
        )
        {
            return [];
        }

        var asked = new SimilarQuestion(self.Id, self.Subject, above, self.Product, state, MostCompared);
        var (words, areCommon) = await Weigh(WordsOf(self, typed, noise), cancellation);

        // Of words that are in cases without number, only all together say something, and the newest are as good as any.
        var hits =
            words.IsEmpty ? []
            : areCommon ? await Hits(sql.Newest(asked, words), cancellation)
            : await Hits(sql.Best(asked, words), cancellation);

        // Who looks for words wants those; who does not is shown what is of the same kind as well.
        if (typed is null && hits.Count(hit => hit.IsAkin) < most && Akin(asked) is { } akin)
        {
            hits = hits.AddRange(await Hits(akin, cancellation));
        }

        return
        [
            .. hits.DistinctBy(hit => hit.Text.Id)
                .Select(hit => Match(self, hit.Text, above, words))
                .OrderByDescending(match => match.SameSubject || match.SameProduct)
                .ThenByDescending(match => match.ParentSubject)
                .ThenByDescending(match => match.Score)
                .ThenByDescending(match => match.CaseId)
                .Take(most),
        ];
    }

    private ValueTask<ImmutableArray<SimilarHit>> Hits(Sql found, CancellationToken cancellation) =>
        reads.All(
            $"SELECT {CaseTextRow.Columns}, found.is_akin FROM ({found}) found JOIN case_texts t ON t.id = found.id",
            row => new SimilarHit(CaseTextRow.Read(row), row.Flag(CaseTextRow.ColumnCount)),
            cancellation
        );

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
    private async Task<(ImmutableArray<WeightedWord> Words, bool AreCommon)> Weigh(
        ImmutableArray<string> words,
        CancellationToken cancellation
    )
    {
        var all = await Number($"SELECT coalesce(max(id), 0) FROM case_texts", cancellation);
        var common = Math.Min(MostOfOneWord, Math.Max(all / 5, 10));
        var counted = new List<(string Word, long Cases)>();
        foreach (var word in words.Take(MostWords))
        {
            var cases = await Number(sql.Count(word, MostOfOneWord + 1), cancellation);
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

    private async ValueTask<long> Number(Sql counted, CancellationToken cancellation) =>
        (await reads.All(counted, row => row.Number(0), cancellation))[0];

    /// <summary>The newest of the same subject, of that above it or of the same product, whatever their words; null where it has none of these.</summary>
    private static Sql? Akin(SimilarQuestion asked)
    {
        List<Sql> kinds = [];
        if (asked.Subject is { } subject)
        {
            kinds.Add(Akin(asked, $"t.subject = {subject}"));
        }

        if (asked.Above is { } above)
        {
            kinds.Add(Akin(asked, $"t.subject = {above}"));
        }

        if (asked.Product is { } product)
        {
            kinds.Add(Akin(asked, $"t.product = {product}"));
        }

        return kinds is [] ? null : kinds.Aggregate((one, other) => $"{one} UNION ALL {other}");
    }

    // A part of a union has its own order and end only as a table of its own.
    private static Sql Akin(SimilarQuestion asked, Sql kind) =>
        $"""
            SELECT id, 1 = 1 AS is_akin FROM (
              SELECT t.id FROM case_texts t JOIN cases c ON c.id = t.case_id
              WHERE {kind} AND t.id <> {asked.Of}{asked.InState} ORDER BY t.id DESC LIMIT {asked.Most}
            ) akin
            """;

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
