using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Tests.Conditions.CelSpec;

/// <summary>A message in protobuf's text format: its fields in their order, each a text or a message.</summary>
internal sealed class TextProto
{
    private readonly List<(string Name, string? Text, TextProto? Message)> fields = [];

    public IEnumerable<string> Names => fields.Select(one => one.Name);

    public string? Bytes(string name) => fields.Find(field => field.Name == name).Text;

    /// <summary>A text is kept as its bytes, one character each.</summary>
    public string? Text(string name) =>
        Bytes(name) is { } bytes ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes)) : null;

    public TextProto? Message(string name) => fields.Find(field => field.Name == name).Message;

    public IEnumerable<TextProto> Messages(string name) =>
        fields.Where(field => field.Name == name).Select(field => field.Message!);

    public static TextProto Read(string text)
    {
        var reader = new Reader(text);
        return reader.Fields();
    }

    private sealed class Reader(string text)
    {
        private int at;

        public TextProto Fields()
        {
            var message = new TextProto();
            for (SkipSpace(); at < text.Length && text[at] is not ('}' or '>'); SkipSpace())
            {
                message.fields.Add(Field());
            }

            return message;
        }

        private (string, string?, TextProto?) Field()
        {
            var name = text[at] == '[' ? Until(']') : Word();
            Skip(':');
            SkipSpace();
            if (text[at] is '{' or '<')
            {
                at++;
                var nested = Fields();
                at++;
                Separator();
                return (name, null, nested);
            }

            var value = text[at] is '"' or '\'' ? Strings() : Word();
            Separator();
            return (name, value, null);
        }

        private string Until(char close)
        {
            var start = at + 1;
            at = text.IndexOf(close, start) + 1;
            return text[start..(at - 1)];
        }

        private string Word()
        {
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '-' or '+'))
            {
                at++;
            }

            return at > start
                ? text[start..at]
                : throw new FormatException($"No word at {start}: {text[start..(start + 20)]}");
        }

        // Strings that follow one another are one.
        private string Strings()
        {
            var bytes = new StringBuilder();
            for (; at < text.Length && text[at] is '"' or '\''; SkipSpace())
            {
                var quote = text[at++];
                while (text[at] != quote)
                {
                    Character(bytes);
                }

                at++;
            }

            return bytes.ToString();
        }

        private void Character(StringBuilder bytes)
        {
            if (text[at] != '\\')
            {
                var length = char.IsHighSurrogate(text[at]) ? 2 : 1;
                AppendUtf8(bytes, text.Substring(at, length));
                at += length;
                return;
            }

            var escape = text[at + 1];
            at += 2;
            switch (escape)
            {
                case 'x':
                    bytes.Append((char)Code(2, 16));
                    break;
                case 'u':
                    AppendUtf8(bytes, char.ConvertFromUtf32(Code(4, 16)));
                    break;
                case 'U':
                    AppendUtf8(bytes, char.ConvertFromUtf32(Code(8, 16)));
                    break;
                case >= '0' and <= '7':
                    at--;
                    bytes.Append((char)Code(3, 8));
                    break;
                default:
                    var letter = "abfnrtv".IndexOf(escape);
                    bytes.Append(letter < 0 ? escape : "\a\b\f\n\r\t\v"[letter]);
                    break;
            }
        }

        private int Code(int most, int radix)
        {
            var code = 0;
            for (var count = 0; count < most && Digit(text[at]) is var digit && digit < radix; count++, at++)
            {
                code = (code * radix) + digit;
            }

            return code;
        }

        private static int Digit(char character) =>
            int.TryParse(character.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var digit)
                ? digit
                : 16;

        private static void AppendUtf8(StringBuilder bytes, string characters) =>
            bytes.Append(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(characters)));

        private void Separator()
        {
            Skip(',');
            Skip(';');
        }

        private void Skip(char character)
        {
            SkipSpace();
            if (at < text.Length && text[at] == character)
            {
                at++;
            }
        }

        private void SkipSpace()
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '#'))
            {
                at = text[at] == '#' && text.IndexOf('\n', at) is var line ? (line < 0 ? text.Length : line) : at + 1;
            }
        }
    }
}
