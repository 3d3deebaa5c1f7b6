using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Host.Shell;

/// <summary>
/// The sentences in which it is said why something is not so, for people who read another language than the API's. They are
/// known by their English form, since that is what answers, the results of bulk jobs and histories keep.
/// </summary>
internal static partial class ReasonTexts
{
    // What says more stands first, so that a text which begins like another is known by all of its own words.
    private static readonly Lazy<ImmutableArray<Form>> Forms = new(() => FormsOf([.. Sentences, .. AtTheDoors], " "));

    private static readonly Lazy<ImmutableArray<Form>> Parts = new(() => FormsOf(Phrases, null));

    /// <summary>The same in the person's language; as it is where that is English, or where it is not known.</summary>
    public static string Say(string said) => Find(said) ?? said;

    /// <summary>The same in the person's language; null where that is English, or where it is not known.</summary>
    public static string? Find(string said) => Words.Language == "en" ? null : InFrench(said);

    /// <summary>What is no sentence, and stands beside a person or a condition; or several with commas.</summary>
    public static string SayPart(string said) => Words.Language == "en" ? said : Value(said);

    // One sentence, or several after each other.
    private static string? InFrench(string said)
    {
        foreach (var form in Forms.Value)
        {
            if (form.Match(said, Value) is (var french, var rest))
            {
                if (rest.Length == 0)
                {
                    return french;
                }

                if (InFrench(rest) is { } others)
                {
                    return $"{french} {others}";
                }
            }
        }

        return null;
    }

    // Where the engine goes on in its own words inside a sentence.
    private static string Value(string value) =>
        InFrench(value) ?? string.Join(", ", value.Split(", ").Select(part => Phrase(part) ?? part));

    private static string? Phrase(string part) =>
        Parts
            .Value.Select(form => form.Match(part, static own => own)?.French)
            .FirstOrDefault(french => french is not null);

    /// <summary>Texts whose values can be told from what is said, the longest first.</summary>
    public static ImmutableArray<Form> FormsOf(ImmutableArray<Words> words, string? between) =>
        [.. words.OrderByDescending(one => one.English.Length).Select(one => new Form(one, between))];

    /// <summary>A text whose values can be told from what is said.</summary>
    public sealed class Form
    {
        private readonly Regex english;
        private readonly string french;
        private readonly ImmutableArray<bool> isQuoted;
        private readonly string longest;

        /// <param name="between">What stands between this and the next one; null where nothing comes after it.</param>
        public Form(Words words, string? between)
        {
            french = words.French;
            isQuoted =
            [
                .. Places(words.English)
                    .Select(place => words.English.Contains($"'{place}'", StringComparison.Ordinal)),
            ];
            longest = Regex.Split(words.English, @"\{\d\}", RegexOptions.NonBacktracking).MaxBy(part => part.Length)!;
            var isOpen = between is null || words.English.EndsWith('}');
            var form = Places(words.English)
                .Aggregate(
                    Regex.Escape(words.English),
                    (text, place) => text.Replace(Regex.Escape(place), "(.*?)", StringComparison.Ordinal)
                );
            english = new(
                $"^{form}{(isOpen ? "" : $"(?:{between}(?<rest>.+))?")}$",
                RegexOptions.NonBacktracking | RegexOptions.Singleline
            );
        }

        /// <param name="valueOf">What a value reads as that is none of what somebody wrote, which stands in quotes.</param>
        public (string French, string Others)? Match(string said, Func<string, string> valueOf)
        {
            if (!said.Contains(longest, StringComparison.Ordinal) || english.Match(said) is not { Success: true } found)
            {
                return null;
            }

            object[] values =
            [
                .. isQuoted.Select((own, at) => own ? found.Groups[at + 1].Value : valueOf(found.Groups[at + 1].Value)),
            ];
            return (string.Format(CultureInfo.CurrentCulture, french, values), found.Groups["rest"].Value);
        }

        private static IEnumerable<string> Places(string text) =>
            Enumerable
                .Range(0, 10)
                .Select(number => $"{{{number}}}")
                .Where(place => text.Contains(place, StringComparison.Ordinal));
    }
}
