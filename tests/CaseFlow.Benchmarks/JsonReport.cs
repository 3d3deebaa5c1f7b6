using System.Text.Json;

namespace CaseFlow.Benchmarks;

/// <summary>One JSON array for programs.</summary>
internal sealed class JsonReport(TextWriter output) : IReport
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<object> figures = [];

    public void Add(string measurement, Figure figure) =>
        figures.Add(
            new
            {
                measurement,
                figure.What,
                figure.Value,
                figure.Unit,
                Goal = figure.Goal?.ToString(),
                figure.Verdict,
                figure.Beside,
            }
        );

    public void End() => output.WriteLine(JsonSerializer.Serialize(figures, Readable));
}
