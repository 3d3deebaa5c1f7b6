namespace CaseFlow.Host.Tests.Sla;

/// <summary>A file of holidays beside a definition belongs to it.</summary>
public sealed class HolidayFileTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Definition = """
        process: shop
        title: Shop
        statuses:
          active: { open: { initial: true } }
          resolved: { done: }
        transitions: any
        calendars:
          shop: { time-zone: UTC, hours: "Mon-Sun 09:00-17:00", holiday-files: holidays.ics }
        sla: [{ kpi: K, calendar: shop, starts: case.created, met-by: case.resolved, fail-after: 4h }]
        """;

    [Fact]
    public async Task Saving_the_file_publishes_a_version_and_the_next_case_keeps_the_holiday()
    {
        using var ann = host.As("ann");
        var folder = Directory.CreateDirectory(Path.Combine(host.Workflows, "shop")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "holidays.ics"), Calendar("20270101"));
        await File.WriteAllTextAsync(Path.Combine(folder, "shop.process.yaml"), Definition);
        await host.Until(async () => await Version() == 1);
        Assert.StartsWith("2026-03-02T13:00", await FailAt(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(folder, "holidays.ics"), Calendar("20260302"));
        await host.Until(async () => await Version() == 2);
        Assert.StartsWith("2026-03-03T13:00", await FailAt(), StringComparison.Ordinal);

        await host.Restart();
        using var again = host.As("ann");
        var read = await again.GetAsync("/api/processes/shop").Ok();
        Assert.Equal(2, read.GetProperty("version").GetInt32());
        Assert.Equal(Calendar("20260302"), read.GetProperty("files").Text("holidays.ics"));

        async Task<int?> Version()
        {
            using var answer = await ann.GetAsync("/api/processes/shop");
            return answer.IsSuccessStatusCode ? (await answer.Json()).GetProperty("version").GetInt32() : null;
        }

        async Task<string?> FailAt()
        {
            var id = (await host.Case(with: new { process = "shop" })).Text("id");
            var clock = (await ann.GetAsync($"/api/cases/{id}/sla").Ok()).GetProperty("items")[0];
            return clock.Text("failAt")!;
        }
    }

    private static string Calendar(string day) =>
        $"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:{day}\r\nSUMMARY:Closed\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}
