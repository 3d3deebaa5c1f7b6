using System.Text;

namespace CaseFlow.Engine.Conditions;

/// <summary>Reads the backslashes in strings and bytes.</summary>
internal static class Escapes
{
    /// <summary>The text that is meant; for bytes, one character a byte. Null where an escape is wrong.</summary>
    public static string? Read(ReadOnlySpan<char> body, bool raw, bool bytes, out string wrong)
    {
        wrong = "";
        var text = new StringBuilder(body.Length);
        while (!body.IsEmpty)
        {
            if (body[0] == '\\' && !raw)
            {
                var taken = Escape(body[1..], bytes, text);
                if (taken == 0)
                {
                    wrong =
                        $"'\\{body[1..].ToString().FirstOrDefault()}' starts no escape of {(bytes ? "bytes" : "a string")}";
                    return null;
                }

                body = body[(1 + taken)..];
            }
            else
            {
                var length = body.Length > 1 && char.IsSurrogatePair(body[0], body[1]) ? 2 : 1;
                Append(body[..length], bytes, text);
                body = body[length..];
            }
        }

        return text.ToString();
    }

    private static int Escape(ReadOnlySpan<char> rest, bool bytes, StringBuilder text)
    {
        if (rest.IsEmpty)
        {
            return 0;
        }

        if (Simple(rest[0]) is { } meant)
        {
            text.Append(meant);
            return 1;
        }

        return rest[0] switch
        {
            'x' or 'X' => Code(rest, 1, 2, 16, bytes, text),
            'u' when !bytes => Code(rest, 1, 4, 16, bytes, text),
            'U' when !bytes => Code(rest, 1, 8, 16, bytes, text),
            >= '0' and <= '3' => Code(rest, 0, 3, 8, bytes, text),
            _ => 0,
        };
    }

    private static char? Simple(char letter) =>
        letter switch
        {
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            '\\' or '\'' or '"' or '`' or '?' => letter,
            _ => null,
        };

    private static int Code(ReadOnlySpan<char> rest, int skip, int digits, int radix, bool bytes, StringBuilder text)
    {
        if (rest.Length < skip + digits || ReadCode(rest.Slice(skip, digits), radix) is not { } code)
        {
            return 0;
        }

        if (bytes)
        {
            text.Append((char)code);
        }
        else if (Rune.IsValid(code))
        {
            text.Append(new Rune(code));
        }
        else
        {
            return 0;
        }

        return skip + digits;
    }

    private static int? ReadCode(ReadOnlySpan<char> digits, int radix)
    {
        var code = 0L;
        foreach (var digit in digits)
        {
            var value = char.IsAsciiHexDigit(digit) ? Convert.FromHexString(['0', digit])[0] : radix;
            if (value >= radix)
            {
                return null;
            }

            code = (code * radix) + value;
        }

        return code <= int.MaxValue ? (int)code : null;
    }

    private static void Append(ReadOnlySpan<char> characters, bool bytes, StringBuilder text)
    {
        if (!bytes)
        {
            text.Append(characters);
            return;
        }

        foreach (var each in Encoding.UTF8.GetBytes(characters.ToString()))
        {
            text.Append((char)each);
        }
    }
}
