using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CaseFlow.Workflows.Documents;

/// <summary>Writes a tree as YAML that reads as the same tree.</summary>
internal static class YamlDocumentWriter
{
    public static string Write(DocumentNode document)
    {
        var text = new StringWriter { NewLine = "\n" };
        var settings = new EmitterSettings().WithBestWidth(int.MaxValue).WithMaxSimpleKeyLength(1024);
        var emitter = new Emitter(text, settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        Emit(emitter, document);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(Emitter emitter, DocumentNode node)
    {
        switch (node)
        {
            case DocumentObject group:
                var objectStyle = group.Members is [] ? MappingStyle.Flow : MappingStyle.Block;
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, objectStyle));
                foreach (var member in group.Members)
                {
                    emitter.Emit(Text(member.Name));
                    Emit(emitter, member.Value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case DocumentList list:
                var listStyle = list.Items is [] ? SequenceStyle.Flow : SequenceStyle.Block;
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, listStyle));
                foreach (var item in list.Items)
                {
                    Emit(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case DocumentText text:
                emitter.Emit(Text(text.Value));
                break;
            case DocumentNumber number:
                emitter.Emit(Plain(number.Written));
                break;
            case DocumentFlag flag:
                emitter.Emit(Plain(flag.Value ? "true" : "false"));
                break;
            default:
                emitter.Emit(Plain("null"));
                break;
        }
    }

    private static Scalar Plain(string written) => Scalar(written, ScalarStyle.Plain);

    // A text that looks like something else, to this reader or to one of YAML 1.1, is quoted; a long script stays readable.
    private static Scalar Text(string value)
    {
        var isBlock =
            value.Contains('\n', StringComparison.Ordinal)
            && value.All(IsEasy)
            && !value.Contains(" \n", StringComparison.Ordinal)
            && value is not ([' ' or '\n', ..] or [.., ' ' or '\n']);
        return Scalar(
            value,
            isBlock ? ScalarStyle.Literal
                : IsPlain(value) ? ScalarStyle.Plain
                : ScalarStyle.DoubleQuoted
        );
    }

    private static Scalar Scalar(string value, ScalarStyle style) =>
        new(AnchorName.Empty, TagName.Empty, value, style, isPlainImplicit: true, isQuotedImplicit: true);

    private static bool IsEasy(char one) => one is '\n' or (>= ' ' and < '\u007F') or (> '\u00A0' and < '\u2000');

    // Words, paths and names; whatever begins otherwise or holds more is safer in quotes.
    private static bool IsPlain(string value) =>
        value.Length > 0
        && (char.IsAsciiLetter(value[0]) || value[0] is '/' or '_' or '$')
        && value[^1] != ' '
        && value.All(one =>
            char.IsAsciiLetterOrDigit(one) || one is ' ' or '_' or '-' or '.' or '/' or '$' or ',' or '(' or ')'
        )
        && value.ToLowerInvariant()
            is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n");
}
