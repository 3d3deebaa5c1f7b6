using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>
/// What a value may look like. The tables made of these say what a file can contain; the check of a file, its suggestions
/// and the schema for editors all read the same tables.
/// </summary>
internal abstract record Shape
{
    private Shape() { }

    public static Text AnyText { get; } = new Text();

    /// <summary>A name that stands elsewhere; whoever reads it looks it up.</summary>
    public static Text Reference { get; } = new Text { Form = "a name" };

    /// <summary>The name of a status, stage, queue or field: it stands in addresses, in conditions and in stored cases.</summary>
    public static Text Name { get; } =
        new Text
        {
            Pattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
            Form = "lowercase words joined by '-', such as 'on-hold'",
            Code = ProblemCodes.BadName,
            Most = 60,
        };

    public static Text Member { get; } =
        new Text
        {
            Pattern = "^(team|user):[^\\s:]+$",
            Form = "a team or a user, such as 'team:support' or 'user:ann'",
            Code = ProblemCodes.Member,
        };

    public static Text Language { get; } =
        new Text
        {
            Pattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
            Form = "the code of a language, such as 'en' or 'fr'",
            Code = ProblemCodes.Language,
        };

    /// <summary>One text, of a certain form where it has a pattern.</summary>
    public sealed record Text : Shape
    {
        public string? Pattern { get; init; }

        /// <summary>The pattern in words.</summary>
        public string Form { get; init; } = "a text";

        public string Code { get; init; } = ProblemCodes.WrongKind;

        public int Most { get; init; } = 1_000;

        /// <summary>What stands there may be a secret by mistake, so that no message repeats it.</summary>
        public bool IsHidden { get; init; }

        public bool Fits(string text) => Pattern is null || Regex.IsMatch(text, Pattern, RegexOptions.NonBacktracking);
    }

    /// <summary>One of a few words.</summary>
    public sealed record Word(params ImmutableArray<string> Words) : Shape
    {
        public string Code { get; init; } = ProblemCodes.UnknownWord;
    }

    /// <summary>A text for people: one, or one for each language.</summary>
    public sealed record Label : Shape;

    public sealed record Condition : Shape
    {
        public const int Most = 4_000;
    }

    public sealed record Flag : Shape;

    /// <summary>The key alone says it: nothing stands behind it, or <c>true</c>.</summary>
    public sealed record Presence : Shape;

    public sealed record Whole(int Least, int Most) : Shape;

    public sealed record Number : Shape;

    /// <summary>One value, or a list of one or more.</summary>
    public sealed record OneOrMany(Shape Of) : Shape;

    public sealed record ListOf(Shape Of, string Nouns, int Most) : Shape;

    /// <summary>Names that the author chooses, each with a value.</summary>
    public sealed record MapOf(Shape Named, Shape Of, string Noun, string Nouns, int Most) : Shape;

    /// <summary>Names that the author chooses, in an order that matters: a list of single names with what belongs to each.</summary>
    public sealed record PathOf(Section Of, string Nouns, int Most) : Shape;

    public sealed record Keys(Section Of) : Shape;

    /// <summary>One of several kinds, told apart by the key that leads it; a kind without other keys may be the bare word.</summary>
    public sealed record Kinds(string Noun, ImmutableArray<Section> Of) : Shape;

    /// <summary>One value that says enough most times, or keys that say more.</summary>
    public sealed record ShortOr(Shape Short, Section Long) : Shape
    {
        /// <summary>Nothing at all says enough too.</summary>
        public bool OrNothing { get; init; }
    }

    /// <summary>A word that stands for everything, or the values one by one.</summary>
    public sealed record WordOr(string All, Shape Else) : Shape;
}

/// <summary>A group of keys that belong together.</summary>
/// <param name="Noun">What it describes, such as <c>queue</c>.</param>
internal sealed record Section(string Noun, ImmutableArray<Key> Keys)
{
    /// <summary>Whether a key of this shape may stand with nothing behind it.</summary>
    public static bool MayBeBare(Shape shape) => shape is Shape.Presence or Shape.ShortOr { OrNothing: true };

    public Key? Find(string name) => Keys.FirstOrDefault(key => key.Name == name);
}

/// <summary>A key of a file, with what may stand behind it and what it means.</summary>
internal sealed record Key(string Name, Shape Shape, string Meaning)
{
    public bool Required { get; init; }
}
