using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Conditions;

/// <summary>Functions that look into strings.</summary>
internal static class StringFunctions
{
    private const int MaxPattern = 1000;

    public static IEnumerable<CelFunction> All =>
        [
            Test("contains", (text, part) => text.Contains(part, StringComparison.Ordinal)),
            Test("startsWith", (text, part) => text.StartsWith(part, StringComparison.Ordinal)),
            Test("endsWith", (text, part) => text.EndsWith(part, StringComparison.Ordinal)),
            new CelFunction(
                "matches",
                [
                    CelSignature.On(CelType.String, CelType.String, CelType.Bool),
                    new CelSignature(false, [CelType.String, CelType.String], CelType.Bool),
                ]
            )
            {
                OfTwo = (text, pattern) => PrepareMatches(pattern).On(text),
                Prepare = PrepareMatches,
            },
        ];

    private static CelFunction Test(string name, Func<string, string, bool> test) =>
        new(name, [CelSignature.On(CelType.String, CelType.String, CelType.Bool)])
        {
            OfTwo = (text, part) =>
                text.Kind == CelKind.String && part.Kind == CelKind.String
                    ? CelValue.Of(test(text.AsString, part.AsString))
                    : CelFunctions.NoOverload(name, text, part),
        };

    // Without backtracking the time grows with the text alone, so that no pattern and no text can hold the engine up.
    private static Prepared PrepareMatches(CelValue pattern)
    {
        if (pattern.Kind != CelKind.String)
        {
            return new Prepared(null, CelFunctions.NoOverload("matches", pattern));
        }

        if (pattern.AsString.Length > MaxPattern)
        {
            return new Prepared(null, CelValue.Error($"a pattern has at most {MaxPattern} characters"));
        }

        try
        {
            var regex = new Regex(
                NamedGroupsOfDotnet(pattern.AsString),
                RegexOptions.NonBacktracking | RegexOptions.CultureInvariant,
                Regex.InfiniteMatchTimeout
            );
            return new Prepared(text =>
                text.Kind == CelKind.String
                    ? CelValue.Of(regex.IsMatch(text.AsString))
                    : CelFunctions.NoOverload("matches", text, pattern)
            );
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return new Prepared(null, CelValue.Error($"{pattern} is no pattern: {refused.Message}"));
        }
    }

    // CEL writes patterns as RE2 does, where a named group is (?P<name>...).
    private static string NamedGroupsOfDotnet(string pattern) =>
        pattern.Replace("(?P<", "(?<", StringComparison.Ordinal);
}
