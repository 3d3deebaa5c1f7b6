using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Mail;

/// <summary>The names that strangers give to files, made harmless for every system that they may be stored on.</summary>
public static class AttachmentName
{
    public const string Unnamed = "attachment";

    private const int MostOfName = 120;
    private const int MostOfExtension = 20;
    private const string Forbidden = "\"*/:<>?\\|%;";

    private static readonly ImmutableArray<string> Devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

    /// <summary>No folder, no control or direction characters, no device; never empty, never long.</summary>
    public static string Safe(string? given)
    {
        var name = (given ?? "").Split('/', '\\')[^1];
        var plain = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            // Characters that change the direction of writing make "gpj.exe" look like "exe.jpg".
            var isPlain =
                Rune.GetUnicodeCategory(rune)
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.Surrogate
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                    )
                && rune.Value != 0xFFFD
                && !Forbidden.Contains(rune.ToString(), StringComparison.Ordinal);
            plain.Append(isPlain ? rune.ToString() : "_");
        }

        var safe = Shortened(plain.ToString().Trim().Trim('.', ' '));
        return safe.Trim('_').Length == 0 ? Unnamed
            : IsDevice(safe) ? "_" + safe
            : safe;
    }

    // What some systems open instead of a file, with whatever ending.
    private static bool IsDevice(string name) =>
        Devices.Contains(
            name.Split('.')[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').ToUpperInvariant(),
            StringComparer.Ordinal
        );

    private static string Shortened(string name)
    {
        if (name.Length <= MostOfName)
        {
            return name;
        }

        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= MostOfExtension ? name[dot..] : "";
        var stem = name[..(MostOfName - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }
}
