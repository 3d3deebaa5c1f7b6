using System.Globalization;

namespace CaseFlow.Host.Shell;

/// <summary>Times as the person at the browser reads them: in the browser's time zone and the page's language.</summary>
public sealed class PersonTime(TimeProvider clock)
{
    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="browserZone">As <c>Europe/Paris</c>; one that is not known leaves times in UTC.</param>
    public void Use(string browserZone) =>
        zone = TimeZoneInfo.TryFindSystemTimeZoneById(browserZone, out var found) ? found : TimeZoneInfo.Utc;

    /// <summary>The moment on the person's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    /// <summary>What the person's clock meant, as a moment.</summary>
    public DateTimeOffset FromLocal(DateTime local) =>
        new DateTimeOffset(
            DateTime.SpecifyKind(local, DateTimeKind.Unspecified),
            zone.GetUtcOffset(local)
        ).ToUniversalTime();

    /// <summary>Date and time, as <c>02/03/2026 09:15</c>.</summary>
    public string Full(DateTimeOffset at) => Local(at).ToString("g", CultureInfo.CurrentCulture);

    /// <summary>How long ago, or how long still: <c>5 min ago</c>, <c>in 3 h</c>; a date where that is far away.</summary>
    public string Near(DateTimeOffset at)
    {
        var gone = Now - at;
        var far = gone.Duration();
        return far.TotalDays >= 14 ? Local(at).ToString("d", CultureInfo.CurrentCulture)
            : far.TotalMinutes < 1 ? ShellTexts.JustNow
            : far.TotalMinutes < 60 ? Say(gone, ShellTexts.MinutesAgo, ShellTexts.InMinutes, far.TotalMinutes)
            : far.TotalHours < 48 ? Say(gone, ShellTexts.HoursAgo, ShellTexts.InHours, far.TotalHours)
            : Say(gone, ShellTexts.DaysAgo, ShellTexts.InDays, far.TotalDays);
    }

    private static string Say(TimeSpan gone, Words past, Words future, double count) =>
        (gone > TimeSpan.Zero ? past : future).With(Math.Floor(count));
}
