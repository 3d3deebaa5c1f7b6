using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Reading.Keys;

namespace CaseFlow.Engine.Tests.Processes;

public class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathTo("docs", "process-format.md"));
    private static readonly string ProblemPage = File.ReadAllText(Repository.PathTo("docs", "problems.md"));

    public static TheoryData<int> Blocks { get; } = [.. Enumerable.Range(0, YamlBlocks().Length)];

    public static TheoryData<string> Codes { get; } =
    [.. typeof(ProblemCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    // A file of a million characters is made by its test, and what is in use is known to the host alone.
    private static ImmutableArray<string> ShownElsewhere { get; } =
    [ProblemCodes.TooLarge, ProblemCodes.SubjectInUse, ProblemCodes.SlaInUse];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Each_example_can_be_read(int index)
    {
        var block = YamlBlocks()[index];
        var sections = index == 0 ? SectionsOf(block) : Typical();
        foreach (var (name, text) in SectionsOf(block))
        {
            sections[name] = text;
        }

        var key = sections["process"].Split(' ', '\n')[1];
        Definitions.Ready(ProcessReader.Read(key + ProcessReader.FileEnding, string.Concat(sections.Values)));
    }

    [Fact]
    public void Each_key_is_explained()
    {
        // In a table, or by a heading of its own.
        var headings = Page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToHashSet();
        Assert.All(
            KeysOf(new Shape.Keys(ProcessKeys.Section)),
            key =>
                Assert.True(Page.Contains($"`{key}`", StringComparison.Ordinal) || headings.Contains($"## {key}"), key)
        );
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_code_is_explained_once_and_shown_by_an_approved_text(string code)
    {
        Assert.Single(ProblemPage.Split('\n'), line => line.StartsWith($"| {code} |", StringComparison.Ordinal));
        if (ShownElsewhere.Contains(code))
        {
            return;
        }

        Assert.Contains(
            Directory.EnumerateFiles(
                Repository.PathTo("tests", "CaseFlow.Engine.Tests"),
                "*.approved.txt",
                SearchOption.AllDirectories
            ),
            file => File.ReadAllText(file).Contains(code, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_code_is_given_twice() =>
        Assert.Equal(Codes.Count, Codes.Select(code => code.Data).Distinct().Count());

    // The first example is whole; each of the others is a section, read with the first example of every other section.
    private static SortedDictionary<string, string> Typical()
    {
        var typical = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in YamlBlocks().Skip(1).SelectMany(SectionsOf))
        {
            typical.TryAdd(name, text);
        }

        return typical;
    }

    // A section begins at a line that is not indented and goes on to the next one.
    private static SortedDictionary<string, string> SectionsOf(string block)
    {
        var sections = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var name = "";
        foreach (var line in block.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            name = char.IsLetter(line[0]) ? line[..line.IndexOf(':')] : name;
            sections[name] = sections.GetValueOrDefault(name, "") + line + "\n";
        }

        return sections;
    }

    private static ImmutableArray<string> YamlBlocks() =>
        [.. Page.Split("```yaml\n").Skip(1).Select(rest => rest.Split("```")[0])];

    private static IEnumerable<string> KeysOf(Shape shape) =>
        shape switch
        {
            Shape.Keys(var section) => KeysOf(section),
            Shape.Kinds(_, var kinds) => kinds.SelectMany(KeysOf),
            Shape.OneOrMany(var of) => KeysOf(of),
            Shape.ListOf list => KeysOf(list.Of),
            Shape.MapOf map => KeysOf(map.Of),
            Shape.PathOf path => KeysOf(path.Of),
            Shape.WordOr(_, var rest) => KeysOf(rest),
            _ => [],
        };

    private static IEnumerable<string> KeysOf(Section section) =>
        section.Keys.SelectMany(key => KeysOf(key.Shape).Prepend(key.Name));
}
