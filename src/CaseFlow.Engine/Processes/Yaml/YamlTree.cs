using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using static System.FormattableString;

namespace CaseFlow.Engine.Processes.Yaml;

/// <summary>The tree of a YAML file, read within <see cref="YamlLimits"/>.</summary>
internal static class YamlTree
{
    /// <summary>The tree, or null where there is none; what is wrong is added to <paramref name="problems"/>.</summary>
    public static YamlNode? Read(string text, ProblemList problems, YamlLimits? atMost = null)
    {
        var limits = atMost ?? YamlLimits.Process;
        text = text.TrimStart('\uFEFF');
        if (text.Length > limits.Length)
        {
            problems.Add(
                YamlPlace.Start,
                ProblemCodes.TooLarge,
                Invariant($"the file has {text.Length:N0} characters; {limits.Length:N0} are the most")
            );
            return null;
        }

        if (YamlText.FindForeign(text) is { } foreign)
        {
            problems.Add(
                foreign,
                ProblemCodes.Syntax,
                "this character cannot stand in a text file; is it YAML at all?"
            );
            return null;
        }

        return Compose(text, problems, limits);
    }

    private static YamlNode? Compose(string text, ProblemList problems, YamlLimits limits)
    {
        var parser = new Parser(new StringReader(text));
        var composer = new YamlComposer(text, parser, problems, limits);
        try
        {
            return ReadDocument(parser, composer, problems);
        }
        catch (YamlTooMuch refused)
        {
            problems.Add(refused.At, refused.Code, refused.Message);
        }
        catch (YamlException wrong)
        {
            YamlSyntax.Explain(text, wrong, parser.Current, composer.OpenBracket, problems);
        }
        catch (InvalidOperationException)
        {
            // The parser's answer to a bracket that is still open where the next key begins.
            var last = parser.Current is { } read ? YamlText.Place(read.End) : YamlPlace.Start;
            problems.Add(
                composer.OpenBracket ?? YamlText.Within(text, last),
                ProblemCodes.Syntax,
                YamlSyntax.NotClosed
            );
        }

        return null;
    }

    private static YamlNode? ReadDocument(Parser parser, YamlComposer composer, ProblemList problems)
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            problems.Add(YamlPlace.Start, ProblemCodes.MissingKey, "the file says nothing");
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = composer.ReadNode(depth: 1);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            problems.Add(
                YamlText.Place(second.Start),
                ProblemCodes.YamlFeature,
                "'---' begins a second document here; a file holds one"
            );
        }

        return root;
    }
}
