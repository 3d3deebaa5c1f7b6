using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using static System.FormattableString;

namespace CaseFlow.Engine.Processes.Yaml;

/// <summary>Makes nodes of the parser's events, and stops with <see cref="YamlTooMuch"/> where a limit is passed.</summary>
internal sealed class YamlComposer(string text, Parser parser, ProblemList problems, YamlLimits limits)
{
    private readonly Dictionary<AnchorName, YamlNode?> anchors = [];
    private readonly Stack<YamlPlace> openBrackets = [];
    private int size;

    /// <summary>The innermost bracket that is not closed so far.</summary>
    public YamlPlace? OpenBracket => openBrackets.TryPeek(out var open) ? open : null;

    /// <summary>The value that comes next, however many levels it has.</summary>
    public YamlNode ReadNode(int depth)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Repeat(alias, depth);
        }

        var start = parser.Accept<NodeEvent>(out var coming) ? coming : throw Unexpected();
        if (depth > limits.Depth)
        {
            throw new YamlTooMuch(
                Place(start.Start),
                ProblemCodes.TooDeep,
                $"this is nested deeper than {limits.Depth} levels"
            );
        }

        Count(1, start.Start);
        RefuseTag(start);
        if (!start.Anchor.IsEmpty)
        {
            anchors[start.Anchor] = null;
        }

        YamlNode node = start switch
        {
            MappingStart mapping => ReadMapping(mapping, depth),
            SequenceStart sequence => ReadSequence(sequence, depth),
            _ => ReadScalar(),
        };
        if (!start.Anchor.IsEmpty)
        {
            anchors[start.Anchor] = node;
        }

        return node;
    }

    private YamlNode Repeat(AnchorAlias alias, int depth)
    {
        if (!anchors.TryGetValue(alias.Value, out var known))
        {
            throw new YamlTooMuch(
                Place(alias.Start),
                ProblemCodes.YamlFeature,
                $"'*{alias.Value}' repeats what is marked '&{alias.Value}', and nothing above is; "
                    + "a text that begins with '*' has to stand in quotes"
            );
        }

        if (known is null)
        {
            throw new YamlTooMuch(
                Place(alias.Start),
                ProblemCodes.YamlFeature,
                $"'*{alias.Value}' would repeat itself for ever"
            );
        }

        if (depth + known.Depth - 1 > limits.Depth)
        {
            throw new YamlTooMuch(
                Place(alias.Start),
                ProblemCodes.TooDeep,
                $"with '*{alias.Value}' written out, this is nested deeper than {limits.Depth} levels"
            );
        }

        Count(known.Size, alias.Start, $"with '*{alias.Value}' written out, ");
        return known;
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        parser.Consume<MappingStart>();
        Open(start.Style == MappingStyle.Flow, start.Start);
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new YamlKeys(problems);
        while (!parser.Accept<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is YamlScalar name)
            {
                if (keys.Accept(name))
                {
                    entries.Add(new YamlEntry(name, value));
                }
            }
            else
            {
                problems.Add(key.Start, ProblemCodes.YamlFeature, $"a key is a single word, and here is {key.Kind}");
            }
        }

        var end = Behind(parser.Consume<MappingEnd>());
        var isInBrackets = start.Style == MappingStyle.Flow;
        end = isInBrackets || entries.Count == 0 ? end : entries[^1].Value.End;
        Close(isInBrackets);

        // A pair that stands in a list without braces has no place of its own.
        var at =
            entries is [var first, ..] && start.IsImplicit && start.Style == MappingStyle.Flow
                ? first.Key.Start
                : Place(start.Start);
        return new YamlMapping(at, entries.DrainToImmutable()) { IsInBrackets = isInBrackets, End = end };
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        parser.Consume<SequenceStart>();
        Open(start.Style == SequenceStyle.Flow, start.Start);
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!parser.Accept<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        var end = Behind(parser.Consume<SequenceEnd>());
        var isInBrackets = start.Style == SequenceStyle.Flow;
        end = isInBrackets || items.Count == 0 ? end : items[^1].End;
        Close(isInBrackets);
        return new YamlSequence(Place(start.Start), items.DrainToImmutable())
        {
            IsInBrackets = isInBrackets,
            End = end,
        };
    }

    private YamlScalar ReadScalar()
    {
        var scalar = parser.Consume<Scalar>();
        var written = YamlText.Slice(text, scalar.Start, scalar.End);
        return scalar.Tag.IsEmpty
            ? new YamlScalar(Place(scalar.Start), scalar.Value)
            {
                Style = scalar.Style,
                Written = written,
                End = Place(scalar.End),
            }
            // Reported already; most likely the author meant a text, so go on as if he had quoted it.
            : new YamlScalar(Place(scalar.Start), written.Trim()) { Style = ScalarStyle.Any, Written = written };
    }

    private void Open(bool isBracket, Mark at)
    {
        if (isBracket)
        {
            openBrackets.Push(Place(at));
        }
    }

    private void Close(bool isBracket)
    {
        if (isBracket)
        {
            openBrackets.Pop();
        }
    }

    private void Count(int more, Mark at, string how = "")
    {
        size += more;
        if (size > limits.Size)
        {
            throw new YamlTooMuch(
                Place(at),
                ProblemCodes.TooManyValues,
                Invariant($"{how}the file has more than {limits.Size:N0} values")
            );
        }
    }

    private void RefuseTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty)
        {
            problems.Add(
                Place(node.Start),
                ProblemCodes.YamlFeature,
                "a value that begins with '!' is a tag to YAML, and tags mean nothing here; put the whole text in double quotes"
            );
        }
    }

    private SemanticErrorException Unexpected() =>
        new(parser.Current?.Start ?? Mark.Empty, parser.Current?.End ?? Mark.Empty, "A value was expected here.");

    // The parser's own word for the end of brackets is the place of the closing one.
    private static YamlPlace Behind(ParsingEvent end) =>
        new((int)Math.Max(end.Start.Line, 1), (int)Math.Max(end.Start.Column, 1) + 1);

    private static YamlPlace Place(Mark mark) => YamlText.Place(mark);
}
