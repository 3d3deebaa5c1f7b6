using System.Runtime.CompilerServices;
using System.Text;

namespace CaseFlow.Storage;

/// <summary>
/// SQL as an interpolated string: <c>$"SELECT … WHERE id = {id}"</c> is text with a place in it, and the value beside it. A part
/// that is SQL itself brings its places and values along; nothing else gets into the text.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Sql(int literalLength, int formattedCount)
{
    private const char Place = '?';

    private readonly StringBuilder text = new(literalLength + formattedCount);
    private readonly List<object?> values = new(formattedCount);

    /// <summary>Nothing: a part that is left out.</summary>
    public static Sql None { get; } = $"";

    /// <summary>A condition that holds for every row.</summary>
    public static Sql Always { get; } = $"1 = 1";

    /// <summary>With a question mark for each value.</summary>
    public string Text => text.ToString();

    /// <summary>Numbers as long, times as UTC ticks, texts, ids and truths.</summary>
    public IReadOnlyList<object?> Values => values;

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(Sql part)
    {
        text.Append(part.text);
        values.AddRange(part.values);
    }

    public void AppendFormatted(string? value) => Add(value);

    public void AppendFormatted(Guid value) => Add(value);

    public void AppendFormatted(long value) => Add(value);

    public void AppendFormatted(DateTimeOffset at) => Add(at.UtcTicks);

    /// <summary>As many places as there are values, with commas between them: what <c>IN ( )</c> takes.</summary>
    public void AppendFormatted(IEnumerable<string> many) => AddAll(many);

    /// <inheritdoc cref="AppendFormatted(IEnumerable{string})" />
    public void AppendFormatted(IEnumerable<Guid> many) => AddAll(many);

    /// <summary>The text with <c>$1</c>, <c>$2</c> … for its places, as PostgreSQL has them.</summary>
    public static string Numbered(string text)
    {
        var numbered = new StringBuilder(text.Length + 16);
        var number = 0;
        foreach (var part in text.Split(Place))
        {
            numbered.Append(number == 0 ? "" : FormattableString.Invariant($"${number}")).Append(part);
            number++;
        }

        return numbered.ToString();
    }

    public override string ToString() => Text;

    private void AddAll<T>(IEnumerable<T> many)
    {
        var isFirst = true;
        foreach (var value in many)
        {
            text.Append(isFirst ? "" : ", ");
            Add(value);
            isFirst = false;
        }
    }

    private void Add(object? value)
    {
        text.Append(Place);
        values.Add(value);
    }
}
