using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Processes;

/// <summary>How ticket numbers look, such as <c>CAS-{year}-{number:00000}</c>.</summary>
public sealed record TicketFormat(string Pattern)
{
    public const string Year = "{year}";

    /// <summary>What the number is counted within: with the year in the pattern it begins again at 1 each year.</summary>
    public string SeriesAt(DateTimeOffset at) => At(at);

    /// <summary>The ticket with this number, in the UTC year of <paramref name="at"/>.</summary>
    public string Write(long number, DateTimeOffset at)
    {
        var text = new StringBuilder(At(at));
        var open = text.ToString().IndexOf("{number", StringComparison.Ordinal);
        var close = text.ToString().IndexOf('}', open);
        var format = text.ToString(open + "{number".Length, close - open - "{number".Length).TrimStart(':');
        var digits = number.ToString(format.Length == 0 ? "0" : format, CultureInfo.InvariantCulture);
        return text.Remove(open, close - open + 1).Insert(open, digits).ToString();
    }

    private string At(DateTimeOffset at) =>
        Pattern.Replace(
            Year,
            at.UtcDateTime.Year.ToString("0000", CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
}
