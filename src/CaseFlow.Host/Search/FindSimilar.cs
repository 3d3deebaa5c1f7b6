using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Search;

/// <summary><c>GET /api/cases/{id}/similar</c>: cases like one, the most helpful first.</summary>
internal static class FindSimilar
{
    private const int Suggested = 5;
    private const int MostOfQ = 500;
    private const string AnyState = "any";

    /// <param name="Score">Compares within this answer only; 0 where no word matched.</param>
    /// <param name="Words">The words that matched, in small letters without accents.</param>
    /// <param name="ParentSubject">It is of the subject above.</param>
    /// <param name="SolutionsGiven">In how many other cases the solution was found here.</param>
    /// <param name="IsLinked">It is linked with this case already.</param>
    public sealed record Entry(
        Guid Id,
        string Ticket,
        string Title,
        string State,
        string Status,
        Guid CustomerId,
        string? Subject,
        string? Product,
        string? Resolution,
        double Score,
        bool SameSubject,
        bool ParentSubject,
        bool SameProduct,
        ImmutableArray<string> Words,
        int SolutionsGiven,
        bool IsLinked
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}/similar", Handle)
            .Needs(Rights.ReadCases)
            .WithName(nameof(FindSimilar))
            .WithSummary(
                "Cases like this one: of the same subject or product first, then of the subject above, then by the words they share"
            )
            .AsCaseRead()
            .Produces<Page<Entry>>();

    /// <param name="q">Words to look for instead of those of the title.</param>
    /// <param name="state"><c>resolved</c>, which it is without saying, <c>active</c>, <c>cancelled</c> or <c>any</c>.</param>
    /// <param name="limit">5 without <paramref name="q"/>, 50 with it.</param>
    private static async Task<IResult> Handle(
        HttpContext context,
        string id,
        string? q,
        string? state,
        int? limit,
        CaseDoor door,
        CaseScopes scopes,
        NoiseWords noise,
        ProcessCatalog processes,
        SimilarCases similar,
        CaseJournal journal
    )
    {
        var typed = string.IsNullOrWhiteSpace(q) ? null : q;
        if (Paging.Read(limit ?? (typed is null ? Suggested : null), null, out var most, out _) is { } problem)
        {
            return problem;
        }

        if (state is not (null or AnyState) && StateNames.Find(state) is null)
        {
            return ApiProblem.Malformed("'state' is active, resolved, cancelled or any.");
        }

        if (typed?.Length > MostOfQ)
        {
            return ApiProblem.Malformed($"'q' has more than {MostOfQ} characters.");
        }

        var cancellation = context.RequestAborted;
        if (
            await door.Find(context, id) is not { } found
            || await journal.Load(found, cancellation) is not { Case: var self }
        )
        {
            return CaseDoor.NoSuchCase(id);
        }

        var wanted = state is AnyState ? null : state ?? StateNames.Of(CaseState.Resolved);
        var scope = await scopes.For(context.Actor(), cancellation);

        // Where some may be hidden, more are looked at, so that the page is full all the same.
        var looked = scope.SeesAll ? most : Math.Max(most, SimilarCases.MostCompared);
        var subjects = (await processes.For(self)).Parts.Subjects;
        var above = subjects.Find(self.Fields[BuiltInFields.Subject]?.ToString())?.Parent;
        var matches = await similar.Find(found.Value, typed, noise, above, wanted, looked, cancellation);
        var cases = await journal.Load([.. matches.Select(match => new CaseId(match.CaseId))], cancellation);
        var byId = cases.Select(stored => stored.Case).Where(scope.MaySee).ToDictionary(one => one.Id.Value);
        var seen = matches.Where(match => byId.ContainsKey(match.CaseId)).Take(most);
        return TypedResults.Ok(
            new Page<Entry>([.. seen.Select(match => EntryOf(match, byId[match.CaseId], self))], null)
        );
    }

    private static Entry EntryOf(SimilarMatch match, Case other, Case self) =>
        new(
            match.CaseId,
            other.Ticket,
            other.Title,
            StateNames.Of(other.State),
            other.Status,
            other.Customer,
            other.Fields["subject"]?.ToString(),
            other.Fields["product"]?.ToString(),
            other.Resolution?.Text,
            match.Score,
            match.SameSubject,
            match.ParentSubject,
            match.SameProduct,
            match.Words,
            other.SolutionsGiven,
            self.SimilarCases.Any(link => link.Id == other.Id)
        );
}
