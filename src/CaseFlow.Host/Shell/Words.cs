using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CaseFlow.Host.Shell;

/// <summary>A text of the pages in every language that they speak; it reads as the person's own language.</summary>
/// <param name="English">With <c>{0}</c> where a value goes.</param>
/// <param name="French">With the same places.</param>
public sealed record Words(string English, string French)
{
    /// <summary>The languages of the pages, the first one being that of who has not chosen.</summary>
    public static readonly string[] Languages = ["en", "fr"];

    /// <summary>The language of the person who looks at the page: <c>en</c> or <c>fr</c>.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? "fr" : "en";

    [return: NotNullIfNotNull(nameof(words))]
    public static implicit operator string?(Words? words) => words?.ToString();

    /// <summary>The text with its values in their places.</summary>
    public string With(params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, Language == "fr" ? French : English, values);

    public override string ToString() => Language == "fr" ? French : English;
}
