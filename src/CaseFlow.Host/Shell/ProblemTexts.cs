using System.Text.RegularExpressions;

namespace CaseFlow.Host.Shell;

/// <summary>
/// What is wrong in a definition, in the person's language. The engine says it in English, and by that form it is known;
/// what nobody has put into French stays as it is.
/// </summary>
internal static partial class ProblemTexts
{
    private static readonly Regex Meant = Ends("; did you mean '(?<tail>[^']*)'[?]");

    private static readonly Regex Possible = Ends("; (known|possible): (?<tail>.+)");

    private static readonly Regex Nothing = Ends("; the file declares no [a-z ]+ at all");

    private static readonly Regex Here = Ends(", and here is (?<tail>.+)");

    private static readonly Regex Expects = new(
        "^(?<who>.+?) is (?<what>.+)$",
        RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    );

    private static readonly Lazy<ImmutableArray<ReasonTexts.Form>> Forms = new(() =>
        ReasonTexts.FormsOf(Sentences, null)
    );

    private static readonly Lazy<ImmutableArray<ReasonTexts.Form>> Nouns = new(() =>
        ReasonTexts.FormsOf(Phrases, null)
    );

    /// <summary>The same in the person's language; as it is where that is English, or where it is not known.</summary>
    public static string Say(string said) => Find(said) ?? said;

    /// <summary>The same in the person's language; null where that is English, or where it is not known.</summary>
    public static string? Find(string said) => Words.Language == "en" ? null : InFrench(said);

    // A sentence, and behind it what stands there instead, what was meant, or what there is.
    private static string? InFrench(string said)
    {
        var (head, tail) =
            Meant.Match(said) is { Success: true } meant
                ? (meant.Groups["head"].Value, $" ; vouliez-vous dire « {meant.Groups["tail"].Value} » ?")
            : Possible.Match(said) is { Success: true } possible
                ? (possible.Groups["head"].Value, $" ; possibles : {possible.Groups["tail"].Value}")
            : Nothing.Match(said) is { Success: true } none
                ? (none.Groups["head"].Value, " ; le fichier n’en déclare aucun")
            : Here.Match(said) is { Success: true } here
                ? (here.Groups["head"].Value, $", et il y a ici {Phrase(here.Groups["tail"].Value)}")
            : ("", "");
        return head.Length > 0 && InFrench(head) is { } rest ? rest + tail : Whole(said);
    }

    private static string? Whole(string said) =>
        Forms.Value.Select(form => form.Match(said, Phrase)?.French).FirstOrDefault(french => french is not null)
        ?? (
            Expects.Match(said) is { Success: true } what && Known(what.Groups["what"].Value) is { } form
                ? $"{Phrase(what.Groups["who"].Value)} : il faut {form}"
                : null
        );

    private static string Phrase(string said) => Known(said) ?? said;

    private static string? Known(string said) =>
        Nouns.Value.Select(form => form.Match(said, Phrase)?.French).FirstOrDefault(french => french is not null);

    private static Regex Ends(string tail) =>
        new(
            $"^(?<head>.+){tail}$",
            RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.ExplicitCapture
        );
}
