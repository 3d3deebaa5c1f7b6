using CaseFlow.Engine.Logs.Maps;
using CaseFlow.Host.EventLogs;
using CsCheck;

namespace CaseFlow.Host.Tests.EventLogs;

public sealed class LogReaderProperties
{
    // What a table is made of, and what breaks one.
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf([
            "case",
            "status",
            "time",
            ",",
            ";",
            "\t",
            "|",
            "\n",
            "\r\n",
            "\"",
            "\"\"",
            " ",
            "sep=;",
            "=",
            "'",
            "\\",
        ]),
        Gen.OneOf(["2026-01-05", "05/01/2026", "1769850306", "C1", "New", "é", "\u0000", "\ud800", "\ufeff", ""])
    );

    private static readonly Gen<string> Text = Piece
        .Array[0, 40]
        .Select(pieces => string.Concat(pieces))
        .Select(Gen.Bool, (text, hasHeader) => hasHeader ? $"case,status,time\n{text}" : text);

    [Fact]
    public Task Whatever_the_text_is_it_is_read_or_told_why_not() =>
        Text.SampleAsync(async text => _ = await LogReader.Parse(text, LogMap.None, CancellationToken.None));

    [Fact]
    public Task Whatever_the_bytes_are_they_are_read_or_told_why_not() =>
        Gen
            .Byte.Array[0, 200]
            .SampleAsync(async bytes =>
                _ = await LogReader.Parse(LogBytes.Decode(bytes), LogMap.None, CancellationToken.None)
            );

    [Fact]
    public void Whatever_is_said_to_be_a_time_is_one_or_none() =>
        Gen.OneOf(
                Gen.String,
                Gen.OneOf(["/", "-", ":", ".", "T", "Z", "1", "31", "2026", "Jan", "+", "99", " "])
                    .Array[1, 14]
                    .Select(string.Concat)
            )
            .Sample(text =>
            {
                var times = new LogTimes();
                times.Learn(text);
                _ = times.Read(text);
            });
}
