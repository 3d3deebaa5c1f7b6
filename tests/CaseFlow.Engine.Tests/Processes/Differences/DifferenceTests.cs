using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Differences;

namespace CaseFlow.Engine.Tests.Processes.Differences;

/// <summary>What is told of a change: each pair of versions, with the approved text beside it.</summary>
public class DifferenceTests
{
    private static readonly string folder = Repository.PathTo(
        "tests",
        "CaseFlow.Engine.Tests",
        "Processes",
        "Differences"
    );

    private static readonly string first = File.ReadAllText(Path.Combine(folder, "repair.process.yaml"));

    public static TheoryData<string> Names { get; } = [.. Changes.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_is_told_in_words_and_by_its_places(string name) =>
        Approved.Matches(Path.Combine(folder, name), Told(Between(first, Changes.Apply(first, name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_that_is_taken_back_is_told_as_well(string name) =>
        Assert.NotEmpty(Between(Changes.Apply(first, name), first));

    [Fact]
    public void Every_kind_of_difference_is_found_by_some_change()
    {
        var pairs = Changes.All.Keys.Select(name => Changes.Apply(first, name)).ToList();
        var found = pairs.SelectMany(text => Between(first, text).Concat(Between(text, first)));

        Assert.Equal(
            DifferenceTexts.All.Keys,
            found.Select(one => one.Kind).Append("calendar-files").Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_version_differs_in_nothing_from_itself_however_it_is_laid_out()
    {
        var other = first
            .Replace("customer.tier in ['gold', 'platinum']", "customer.tier  in [\"gold\",'platinum'] # both")
            .Replace("    to: [on-hold, researching]", "    to:\n      - on-hold\n      - researching");

        Assert.Empty(Between(first, other));
    }

    [Fact]
    public void A_file_of_holidays_that_changed_is_told()
    {
        var text = first.Replace("    holidays: [12-25]", "    holidays: [12-25]\n    holiday-files: days.ics");

        var told = ProcessDifferences.Between(Read(text, Holiday("20261224")), Read(text, Holiday("20261231")));

        Assert.Equal("The files of holidays of calendar 'business' have changed.", Assert.Single(told).Text);
    }

    [Fact]
    public void Titles_are_named_in_the_language_that_is_asked_for()
    {
        var text = first.Replace("          when: case.priority == 'high'\n", "");

        var told = ProcessDifferences.Between(Read(first), Read(text), "fr");

        Assert.Equal(["Recherche", "Impact", "case.priority == 'high'"], Assert.Single(told).Names);
    }

    [Fact]
    public void Even_two_processes_that_have_nothing_in_common_can_be_compared() =>
        Assert.NotEmpty(
            ProcessDifferences.Between(Definitions.Shipped("support-case"), Definitions.Shipped("access-request"))
        );

    private static string Told(ImmutableArray<Difference> differences) =>
        string.Concat(differences.Select(one => $"{one.Group} {Place(one.Old)} -> {Place(one.New)}: {one.Text}\n"));

    private static string Place(DifferencePlace? place) => place is null ? "nowhere" : $"({place.Line},{place.Column})";

    private static ImmutableArray<Difference> Between(string before, string after) =>
        ProcessDifferences.Between(Read(before), Read(after));

    private static CaseProcess Read(string text) => Read(text, ProcessReader.NoFiles);

    private static CaseProcess Read(string text, ImmutableSortedDictionary<string, string> files) =>
        Definitions.Ready(ProcessReader.Read("repair.process.yaml", text, files));

    private static ImmutableSortedDictionary<string, string> Holiday(string day) =>
        ProcessReader.NoFiles.Add(
            "days.ics",
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:{day}\r\nSUMMARY:Closed\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
}
