using System.IO.Compression;
using System.Text;
using CaseFlow.Engine.Logs.Maps;
using CaseFlow.Host.EventLogs;

namespace CaseFlow.Host.Tests.EventLogs;

public sealed class LogReaderTests
{
    [Theory]
    [InlineData("case_id,activity,timestamp,resource")]
    [InlineData("Case ID,Activity,Complete Timestamp,Resource")]
    [InlineData("case:concept:name,concept:name,time:timestamp,org:resource")]
    [InlineData("caseId,status,eventTime,user")]
    [InlineData("Ticket Number,Event,Date,Changed by")]
    [InlineData("ProcessID,Operation,Start Date,Agent")]
    [InlineData("Vorgangsnummer,Aktivität,Zeitstempel,Bearbeiter")]
    [InlineData("Dossier,Statut,Horodatage,Utilisateur")]
    [InlineData("number,incident_state,sys_updated_on,user")]
    public async Task Columns_are_known_by_their_usual_names(string header)
    {
        var log = (await Parse($"{header}\nC1,New,2026-01-05T09:00:00Z,ann")).Log;

        var happened = Assert.Single(Assert.Single(log.Cases).Events);
        Assert.Equal(("New", "ann"), (happened.Status, happened.By));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task What_separates_columns_is_seen_from_the_file(char separator)
    {
        string[] rows = ["case,status,time,note", "C1,New,2026-01-05 09:00,x", "C1,Done,2026-01-05 10:00,x"];

        var log = (await Parse(string.Join('\n', rows).Replace(',', separator))).Log;

        Assert.Equal(["New", "Done"], log.Cases[0].Events.Select(happened => happened.Status));
    }

    [Fact]
    public async Task Values_in_quotes_may_have_separators_quotes_and_lines_in_them()
    {
        var read = await Parse(
            "case,status,time,note\nC1,\"Waiting, \"\"really\"\"\",2026-01-05 09:00,\"two\r\nlines\"\nC1,Done,2026-01-05 10:00,"
        );

        Assert.Equal(
            [("Waiting, \"really\"", 2), ("Done", 4)],
            read.Log.Cases[0].Events.Select(happened => (happened.Status, happened.Line))
        );
        Assert.Equal(0, read.BadRowCount);
    }

    [Fact]
    public async Task Rows_may_stand_anywhere_and_those_of_one_time_keep_their_order()
    {
        var log = (
            await Parse(
                """
                case,status,time
                C2,b,2026-01-05 09:00
                C1,second,2026-01-05 09:00
                C2,a,2026-01-04 09:00
                C1,third,2026-01-05 09:00
                C1,first,2026-01-05 08:00
                """
            )
        ).Log;

        Assert.Equal(["C2", "C1"], log.Cases.Select(one => one.Id));
        Assert.Equal(["a", "b"], log.Cases[0].Events.Select(happened => happened.Status));
        Assert.Equal(["first", "second", "third"], log.Cases[1].Events.Select(happened => happened.Status));
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_counted_and_named_and_the_rest_goes_on()
    {
        var read = await Parse(
            """
            case,status,time
            C1,New,2026-01-05 09:00
            ,New,2026-01-05 09:00
            C1,,2026-01-05 09:00
            C1,Done
            C1,Done,yesterday
            C1,Wait, see,2026-01-05 09:00
            C1,Done,2026-02-30
            C1,Done,2026-01-05 10:00
            """
        );

        Assert.Equal(2, read.Log.EventCount);
        Assert.Equal(
            [
                (3, "it does not say which case it is about"),
                (4, "it has no status"),
                (5, "it has no time"),
                (6, "'yesterday' is no time that can be read"),
                (
                    7,
                    "it has 4 fields, and the first line names 3 columns; a value with the separator in it needs quotes"
                ),
                (8, "'2026-02-30' is no time that can be read"),
            ],
            read.BadRows.Select(row => (row.Line, row.Reason))
        );
        Assert.Equal(6, read.BadRowCount);
    }

    [Fact]
    public async Task Of_many_bad_rows_the_first_are_named_and_all_are_counted()
    {
        var read = await Parse("case,status,time\n" + string.Concat(Enumerable.Repeat("C1,New,never\n", 500)));

        Assert.Equal((500, 20, 2), (read.BadRowCount, read.BadRows.Length, read.BadRows[0].Line));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_a_bad_row_and_no_crash()
    {
        var read = await Parse("case,status,time\nC1,New,2026-01-05\nC1,\"Done,2026-01-06\nC1,Paid,2026-01-07\n");

        Assert.Equal(1, read.Log.EventCount);
        Assert.Contains("never closed", Assert.Single(read.BadRows).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    public async Task An_empty_file_is_told_so(string text) =>
        Assert.Equal(["The log is empty: its first line names the columns."], await WhyNot(text));

    [Theory]
    [InlineData("Exported by ann\n\ncase,status,time\nC1,New,2026-01-05")]
    [InlineData("Exported by ann")]
    public async Task A_first_line_that_names_no_columns_is_shown(string text) =>
        Assert.Equal(
            [
                "The first line names the columns, separated by ',', ';', '|' or tabs, and here is one only: 'Exported by ann'.",
            ],
            await WhyNot(text)
        );

    [Theory]
    [InlineData("<?xml version='1.0'?>\n<log><trace/></log>", "This is XML, such as XES")]
    [InlineData("PK\u0003\u0004\u0014\u0000", "This is a workbook")]
    [InlineData("[{\"case\": 1}]", "This is JSON")]
    public async Task What_is_no_table_is_told_as_what_it_is_and_what_to_do(string text, string words) =>
        Assert.StartsWith(words, Assert.Single(await WhyNot(text)), StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_column_for_the_time_the_columns_are_listed()
    {
        var why = Assert.Single(await WhyNot("case,status,colour\nC1,New,red"));

        Assert.Equal(
            "No column is called so that it tells the time. Write 'time: COLUMN' into a map file. "
                + "The columns are: case, status, colour.",
            why
        );
    }

    [Fact]
    public async Task A_map_names_columns_joins_them_and_gives_the_format_of_times()
    {
        var map = Map(
            """
            case: no
            status: [state, sub state]
            time: [day, hour]
            time-format: yyyyMMdd HHmm
            user: who
            queue: team
            fields: { impact: weight }
            """
        );

        var log = (
            await Parse("no,state,Sub State,day,hour,who,team,weight\n7,Open,New,20260105,0930,ann,Desk,3", map)
        ).Log;

        var happened = Assert.Single(Assert.Single(log.Cases).Events);
        Assert.Equal(("Open/New", "ann", "Desk"), (happened.Status, happened.By, happened.Queue));
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 9, 30, 0, TimeSpan.Zero), happened.At);
        Assert.Equal([new("impact", "3")], happened.Fields);
    }

    [Fact]
    public async Task A_column_that_the_log_has_not_is_an_error_at_its_place_in_the_map()
    {
        var result = await LogReader.Parse(
            "case,status,time\nC1,New,2026-01-05",
            Map("case: case\nstatus: statuss\n"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            ["log.map.yaml(2,9): error CF0101: the log has no column 'statuss'; did you mean 'status'?"],
            Assert.IsType<LogReadResult.Unreadable>(result).Why
        );
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("windows-1252", false)]
    public void Text_is_read_in_whatever_encoding_it_was_written(string name, bool marked)
    {
        const string Text = "case,status,time\nC1,Gelöst – für Übermorgen,2026-01-05\n";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];

        Assert.Equal(Text, LogBytes.Decode(bytes));
    }

    [Fact]
    public async Task What_is_compressed_is_seen_from_its_bytes()
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathTo("log.csv");
        await using (var gzip = new GZipStream(File.Create(file), CompressionLevel.Fastest))
        {
            gzip.Write("case,status,time\nC1,New,2026-01-05\n"u8);
        }

        Assert.Equal(1, (await LogFiles.Read(file, LogMap.None)).Log.EventCount);
    }

    private static async Task<LogReadResult.Read> Parse(string text, LogMap? map = null) =>
        Assert.IsType<LogReadResult.Read>(
            await LogReader.Parse(text, map ?? LogMap.None, TestContext.Current.CancellationToken)
        );

    private static async Task<IEnumerable<string>> WhyNot(string text) =>
        Assert
            .IsType<LogReadResult.Unreadable>(
                await LogReader.Parse(text, LogMap.None, TestContext.Current.CancellationToken)
            )
            .Why;

    private static LogMap Map(string yaml) =>
        Assert.IsType<LogMapResult.Ready>(LogMapReader.Read("log.map.yaml", yaml)).Map;
}
