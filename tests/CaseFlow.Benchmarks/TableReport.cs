using System.Globalization;

namespace CaseFlow.Benchmarks;

/// <summary>A table for people, written line by line.</summary>
internal sealed class TableReport(TextWriter output) : IReport
{
    private bool hasHeading;

    public void Add(string measurement, Figure figure)
    {
        if (!hasHeading)
        {
            Write("measurement", "what", "value", "goal", "verdict", "beside");
            hasHeading = true;
        }

        Write(measurement, figure.What, ValueOf(figure), figure.Goal?.ToString() ?? "", figure.Verdict, figure.Beside);
    }

    public void End() => output.Flush();

    private static string ValueOf(Figure figure) =>
        figure.Value is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"{value:#,##0.00} {figure.Unit}").TrimEnd()
            : "";

    private void Write(string measurement, string what, string value, string goal, string verdict, string beside)
    {
        output.WriteLine($"{measurement, -18} | {what, -46} | {value, 12} | {goal, -7} | {verdict, -7} | {beside}");
        output.Flush();
    }
}
