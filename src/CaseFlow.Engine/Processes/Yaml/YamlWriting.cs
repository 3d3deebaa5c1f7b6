using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Processes.Yaml;

/// <summary>Writes a text so that YAML reads it as that text: plain where that is plainly so, else quoted.</summary>
internal static partial class YamlWriting
{
    public static string Text(string text) => Plain.IsMatch(text) && !IsWord(text) ? text : Quoted(text);

    /// <summary>
    /// A condition or another text full of signs: plain wherever YAML reads it so, as people write it.
    /// </summary>
    /// <param name="isInBrackets">Where commas and brackets end a text.</param>
    public static string Signs(string text, bool isInBrackets) =>
        text.Length > 0
        && (char.IsAsciiLetter(text[0]) || text[0] == '(')
        && !char.IsWhiteSpace(text[^1])
        && text[^1] != ':'
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !text.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF')
        && !(isInBrackets && text.Any(letter => letter is ',' or '[' or ']' or '{' or '}' or ':'))
        && !IsWord(text)
            ? text
            : Quoted(text);

    /// <summary>Whether YAML, or a reader that follows its older version, takes the text for a value of its own.</summary>
    public static bool IsWord(string text) => Word.IsMatch(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted = letter switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(
                    CultureInfo.InvariantCulture,
                    $"\\u{(int)letter:X4}"
                ),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(
        @"^[A-Za-z][A-Za-z0-9()/.]*([ -]?[A-Za-z0-9()/.]+)*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Plain { get; }

    [GeneratedRegex("^(?i:true|false|yes|no|on|off|null|y|n)$", RegexOptions.NonBacktracking)]
    private static partial Regex Word { get; }
}
