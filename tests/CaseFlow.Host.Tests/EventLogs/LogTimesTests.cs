using System.Globalization;
using CaseFlow.Host.EventLogs;

namespace CaseFlow.Host.Tests.EventLogs;

public sealed class LogTimesTests
{
    [Theory]
    [InlineData("2026-01-31T09:05:06", "2026-01-31T09:05:06Z")]
    [InlineData("2026-01-31 09:05:06.123", "2026-01-31T09:05:06.123Z")]
    [InlineData("2026-01-31T09:05:06.123456789Z", "2026-01-31T09:05:06.1234567Z")]
    [InlineData("2026-01-31T09:05:06+01:00", "2026-01-31T08:05:06Z")]
    [InlineData("2026-01-31T09:05:06,5-0530", "2026-01-31T14:35:06.5Z")]
    [InlineData("2026-01-31 09:05:06 +01", "2026-01-31T08:05:06Z")]
    [InlineData("2026-01-31 09:05:06 UTC", "2026-01-31T09:05:06Z")]
    [InlineData("2026-01-31", "2026-01-31T00:00:00Z")]
    [InlineData("2026/01/31 09:05:06.000", "2026-01-31T09:05:06Z")]
    [InlineData("31-01-2026 09:05", "2026-01-31T09:05:00Z")]
    [InlineData("31/01/2026 9:05", "2026-01-31T09:05:00Z")]
    [InlineData("31.01.2026 09:05:06", "2026-01-31T09:05:06Z")]
    [InlineData("01/31/2026 09:05 PM", "2026-01-31T21:05:00Z")]
    [InlineData("01/31/2026 12:05 am", "2026-01-31T00:05:00Z")]
    [InlineData("31-Jan-2026 09:05", "2026-01-31T09:05:00Z")]
    [InlineData("31 January 2026", "2026-01-31T00:00:00Z")]
    [InlineData("31/Jan/26 9:05 PM", "2026-01-31T21:05:00Z")]
    [InlineData("31.1.26 9:05", "2026-01-31T09:05:00Z")]
    [InlineData("31.12.99", "1999-12-31T00:00:00Z")]
    [InlineData("1/31/2026, 9:05:06\u202FPM", "2026-01-31T21:05:06Z")]
    [InlineData("Sat, 31 Jan 2026 09:05:06 GMT", "2026-01-31T09:05:06Z")]
    [InlineData("Jan 31, 2026 9:05 PM", "2026-01-31T21:05:00Z")]
    [InlineData("Saturday, January 31, 2026", "2026-01-31T00:00:00Z")]
    [InlineData("2026-01-31-09.05.06.123456", "2026-01-31T09:05:06.123456Z")]
    [InlineData("31.01.2026 09.05", "2026-01-31T09:05:00Z")]
    [InlineData("2026-01-31T09:05:06+01:00[Europe/Berlin]", "2026-01-31T08:05:06Z")]
    [InlineData("2026-01-31 09:05:06 GMT+1", "2026-01-31T08:05:06Z")]
    [InlineData("2026-01-31 09:05:06 UTC-05:30", "2026-01-31T14:35:06Z")]
    [InlineData("2026-01-31 09:05:06 CET", "2026-01-31T08:05:06Z")]
    [InlineData("2026-07-31 09:05:06 EDT", "2026-07-31T13:05:06Z")]
    [InlineData("Sat Jan 31 09:05:06 CET 2026", "2026-01-31T08:05:06Z")]
    [InlineData("20260131", "2026-01-31T00:00:00Z")]
    [InlineData("20260131T090506Z", "2026-01-31T09:05:06Z")]
    [InlineData("202601310905", "2026-01-31T09:05:00Z")]
    [InlineData("20260131090506", "2026-01-31T09:05:06Z")]
    [InlineData("20260131090506123", "2026-01-31T09:05:06.123Z")]
    [InlineData("1769850306", "2026-01-31T09:05:06Z")]
    [InlineData("1769850306.5", "2026-01-31T09:05:06.5Z")]
    [InlineData("1769850306123", "2026-01-31T09:05:06.123Z")]
    public void Times_are_read_however_they_are_written(string text, string expected)
    {
        var times = new LogTimes();
        times.Learn(text);

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), times.Read(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-29")]
    [InlineData("31/31/2026")]
    [InlineData("2026-01-31 25:00")]
    [InlineData("2026-01-31 09:05:06 +99:00")]
    [InlineData("0000-01-01")]
    [InlineData("2026-01-31 09:05:06 XYZ")]
    [InlineData("1.2.3")]
    [InlineData("31.01.026")]
    [InlineData("20261331")]
    [InlineData("May 32, 2026")]
    [InlineData("99999999999999999999")]
    public void What_is_no_time_is_none(string text) => Assert.Null(new LogTimes().Read(text));

    [Fact]
    public void One_date_tells_which_of_all_numbers_is_the_month()
    {
        var times = new LogTimes();
        times.Learn("02/03/2026");
        Assert.True(times.IsAmbiguous);
        times.Learn("01/31/2026");

        Assert.Equal(new DateTimeOffset(2026, 2, 3, 0, 0, 0, TimeSpan.Zero), times.Read("02/03/2026"));
        Assert.False(times.IsAmbiguous);
    }

    [Fact]
    public void Where_no_date_tells_the_day_stands_first_and_that_is_said()
    {
        var times = new LogTimes();
        times.Learn("02/03/2026");

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), times.Read("02/03/2026"));
        Assert.True(times.IsAmbiguous);
    }

    [Fact]
    public void A_format_of_the_map_is_taken_as_it_is()
    {
        var times = new LogTimes("MM/dd/yyyy HH'h'mm");

        Assert.Equal(new DateTimeOffset(2026, 2, 3, 4, 5, 0, TimeSpan.Zero), times.Read("02/03/2026 04h05"));
        Assert.Null(times.Read("2026-02-03"));
    }
}
