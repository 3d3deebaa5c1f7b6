using System.Globalization;
using CaseFlow.Engine.Calendars;

namespace CaseFlow.Engine.Tests.Calendars;

public sealed class IcsTests
{
    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261225", "2026-12-25")]
    [InlineData("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227", "2026-12-24..2026-12-26")]
    [InlineData("DTSTART:20261224\nDURATION:P1W", "2026-12-24..2026-12-30")]
    [InlineData("DTSTART:20240101\nRRULE:FREQ=YEARLY;COUNT=3", "2024-01-01 2025-01-01 2026-01-01")]
    [InlineData("DTSTART:20240229\nRRULE:FREQ=YEARLY;UNTIL=20330101", "2024-02-29 2028-02-29 2032-02-29")]
    [InlineData("DTSTART:20241128\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2", "2024-11-28 2025-11-27")]
    [InlineData("DTSTART:20240527\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;INTERVAL=2;COUNT=2", "2024-05-27 2026-05-25")]
    [InlineData("DTSTART:20261225\nSTATUS:CANCELLED", "")]
    [InlineData("DTSTART:2026\n 1225\nSUMMARY:folded", "2026-12-25")]
    public void The_days_of_an_event_are_read(string properties, string days)
    {
        var (found, problem) = IcsReader.Read(Calendar(properties));

        Assert.Null(problem);
        Assert.Equal(days, string.Join(' ', found.Select(Text)));
    }

    [Theory]
    [InlineData("DTSTART:20261225T090000Z", "whole day")]
    [InlineData("SUMMARY:no start", "whole day")]
    [InlineData("DTSTART:20261225\nDTEND:20261225", "no whole days")]
    [InlineData("DTSTART:20261225\nRRULE:FREQ=WEEKLY", "each year")]
    [InlineData("DTSTART:20261225\nRRULE:FREQ=YEARLY;BYEASTER=1", "each year")]
    [InlineData("DTSTART:20261225\nRRULE:FREQ=YEARLY;BYDAY=MO", "cannot be read")]
    [InlineData("DTSTART:20261225\nEXDATE:20271225", "EXDATE")]
    public void What_would_have_to_be_guessed_is_refused(string properties, string says) =>
        Assert.Contains(says, IcsReader.Read(Calendar(properties)).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_another_kind_is_refused() =>
        Assert.Contains("BEGIN:VCALENDAR", IcsReader.Read("2026-12-25").Problem, StringComparison.Ordinal);

    [Fact]
    public void Days_that_come_back_each_year_go_on_to_the_end_of_the_century() =>
        Assert.Equal(
            new DateOnly(2100, 12, 25),
            IcsReader.Read(Calendar("DTSTART:20261225\nRRULE:FREQ=YEARLY")).Days[^1].First
        );

    private static string Calendar(string properties) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{properties.ReplaceLineEndings("\r\n")}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static string Text((DateOnly First, DateOnly Last) run) =>
        run.First == run.Last ? Day(run.First) : $"{Day(run.First)}..{Day(run.Last)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
