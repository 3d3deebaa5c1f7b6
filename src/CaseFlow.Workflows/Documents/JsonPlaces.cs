using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Workflows.Documents;

/// <summary>Lines and columns of bytes. Places are asked for from the beginning to the end, so each byte is seen once.</summary>
internal sealed class JsonPlaces(byte[] bytes)
{
    private int seen;
    private int line = 1;
    private int column = 1;

    public DocumentPlace At(long offset)
    {
        for (; seen < offset; seen++)
        {
            if (bytes[seen] == (byte)'\n')
            {
                line++;
                column = 1;
            }
            else if (IsFirstOfCharacter(bytes[seen]))
            {
                column++;
            }
        }

        return new DocumentPlace(line, column);
    }

    /// <summary>A place that the parser names, by bytes from 0.</summary>
    public YamlPlace Of(long atLine, long byteInLine)
    {
        var start = 0;
        for (var number = 0L; number < atLine; number++)
        {
            start = Array.IndexOf(bytes, (byte)'\n', start) + 1;
        }

        var end = (int)Math.Min(start + byteInLine, bytes.Length);
        return new YamlPlace((int)atLine + 1, bytes.AsSpan(start, end - start).ToArray().Count(IsFirstOfCharacter) + 1);
    }

    private static bool IsFirstOfCharacter(byte one) => (one & 0xC0) != 0x80;
}
