using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Editing;

/// <summary>The last line of a value.</summary>
internal static class EndingLine
{
    public static int Of(TextLines lines, YamlNode value)
    {
        // A text in lines of its own ends where the next thing begins; the empty lines before that are not its.
        var (line, column) = (value.End.Line, value.End.Column);
        line = column == 1 && line > value.Start.Line ? line - 1 : line;
        while (line > value.Start.Line && string.IsNullOrWhiteSpace(lines.Lines[line - 1]))
        {
            line--;
        }

        return line;
    }
}
