using System.Text.RegularExpressions;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads regular expressions, only such that no text can stall.</summary>
internal static class PatternReader
{
    public static Regex? Read(YamlNode? node, ProblemList problems)
    {
        if (node.AsText() is not { } pattern)
        {
            return null;
        }

        try
        {
            // A pattern is about the whole value, also where its author left the ends out.
            var whole = pattern.StartsWith('^') && pattern.EndsWith('$') ? pattern : $"^(?:{pattern})$";
            return new Regex(whole, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            problems.Add(
                node!.Start,
                ProblemCodes.Pattern,
                "this pattern looks ahead, looks behind or refers back, or is too large; write it without that"
            );
        }
        catch (RegexParseException wrong)
        {
            problems.Add(
                node!.Start,
                ProblemCodes.Pattern,
                $"this is no regular expression: {wrong.Message[(wrong.Message.IndexOf(". ", StringComparison.Ordinal) + 2)..].TrimEnd('.')}"
            );
        }

        return null;
    }
}
