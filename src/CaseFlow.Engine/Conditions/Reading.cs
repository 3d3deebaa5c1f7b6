using System.Runtime.CompilerServices;
using Parlot;
using Parlot.Fluent;

namespace CaseFlow.Engine.Conditions;

/// <summary>One reading of a text: how far it came, what was missing there, and what was wrong on the way.</summary>
internal sealed class Reading : ParseContext
{
    private const int MaxNesting = 64;

    // What people write who come from other languages, with what this one says instead.
    private static readonly ImmutableDictionary<string, string> habits = ImmutableDictionary.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        [
            KeyValuePair.Create("=", "=="),
            KeyValuePair.Create("&", "&&"),
            KeyValuePair.Create("|", "||"),
            KeyValuePair.Create("and", "&&"),
            KeyValuePair.Create("or", "||"),
            KeyValuePair.Create("not", "!"),
        ]
    );

    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);
    private readonly HashSet<ConditionProblem> problems = [];
    private int furthest;
    private int nesting;

    public Reading(string text)
        : base(new Scanner(text), useNewLines: false, disableLoopDetection: true)
    {
        WhiteSpaceParser = new Scanned(Tokens.Space);
    }

    public IEnumerable<ConditionProblem> Problems => problems;

    /// <summary>Alternatives may read the same place twice; a problem of it is kept once.</summary>
    public void Report(Place at, string message) => problems.Add(new ConditionProblem(at.Offset, at.Length, message));

    /// <summary>From where a parser began to where the reading stands now, without the space before.</summary>
    public static Place PlaceFrom(int start, ParseContext context)
    {
        start += Tokens.Space(context.Scanner.Buffer.AsSpan(start));
        return Place.Between(start, context.Scanner.Cursor.Offset);
    }

    /// <exception cref="ParseException">One nesting more than there may be, or than this thread's stack has room for.</exception>
    public void Enter()
    {
        if (++nesting > MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ParseException("", Scanner.Cursor.Position);
        }
    }

    public void Leave() => nesting--;

    public void Miss(int offset, string? what)
    {
        offset += Tokens.Space(Scanner.Buffer.AsSpan(offset));
        if (offset > furthest)
        {
            furthest = offset;
            missing.Clear();
        }

        if (offset == furthest && what is not null)
        {
            missing.Add(what);
        }
    }

    public ConditionProblem WhereItStopped()
    {
        var rest = Scanner.Buffer.AsSpan(furthest);
        if (rest.IsEmpty)
        {
            return new ConditionProblem(furthest, 0, $"the text ends where {Wanted("more")} is expected");
        }

        var length = Math.Max(1, Tokens.Name(rest));
        var found = rest[..length].ToString();
        var hint = habits.TryGetValue(found, out var sign) ? $"; did you mean '{sign}'?" : "";
        var message =
            missing.Count == 0 || hint.Length > 0
                ? $"'{found}' is not expected here{hint}"
                : $"expected {Wanted("")}, found '{found}'";
        return new ConditionProblem(furthest, length, message);
    }

    public static ConditionProblem TooDeep(string text) =>
        new(
            0,
            text.Length,
            $"this is nested too deeply: at most {MaxNesting} parentheses or operators inside one another"
        );

    private string Wanted(string otherwise) => missing.Count == 0 ? otherwise : string.Join(" or ", missing);
}
