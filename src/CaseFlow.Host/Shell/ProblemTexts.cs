using System.Text.RegularExpressions;

namespace CaseFlow.Host.Shell;

/// <summary>
/// What is wrong in a definition, in the person's language. The engine says it in English, and by that form it is known;
/// what nobody has put into French stays as it is.
/// </summary>
internal static partial class ProblemTexts
{
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
            Meant().Match(said) is { Success: true } meant
                ? (meant.Groups[1].Value, $" ; vouliez-vous dire « {meant.Groups[2].Value} » ?")
            : Possible().Match(said) is { Success: true } possible
                ? (possible.Groups[1].Value, $" ; possibles : {possible.Groups[2].Value}")
            : Nothing().Match(said) is { Success: true } none
                ? (none.Groups[1].Value, " ; le fichier n’en déclare aucun")
            : Here().Match(said) is { Success: true } here
                ? (here.Groups[1].Value, $", et il y a ici {Phrase(here.Groups[2].Value)}")
            : ("", "");
        return head.Length > 0 && InFrench(head) is { } rest ? rest + tail : Whole(said);
    }

    private static string? Whole(string said) =>
        Forms.Value.Select(form => form.Match(said, Phrase)?.French).FirstOrDefault(french => french is not null)
        ?? (
            Expects().Match(said) is { Success: true } what && Known(what.Groups["what"].Value) is { } form
                ? $"{Phrase(what.Groups["who"].Value)} : il faut {form}"
                : null
        );

    private static string Phrase(string said) => Known(said) ?? said;

    private static string? Known(string said) =>
        Nouns.Value.Select(form => form.Match(said, Phrase)?.French).FirstOrDefault(french => french is not null);

    [GeneratedRegex("^(.+); did you mean '([^']*)'[?]$", RegexOptions.Singleline)]
    private static partial Regex Meant();

    [GeneratedRegex("^(.+); (?:known|possible): (.+)$", RegexOptions.Singleline)]
    private static partial Regex Possible();

    [GeneratedRegex("^(.+); the file declares no [a-z ]+ at all$", RegexOptions.Singleline)]
    private static partial Regex Nothing();

    [GeneratedRegex("^(.+), and here is (.+)$", RegexOptions.Singleline)]
    private static partial Regex Here();

    [GeneratedRegex("^(?<who>.+?) is (?<what>.+)$", RegexOptions.Singleline)]
    private static partial Regex Expects();
}
