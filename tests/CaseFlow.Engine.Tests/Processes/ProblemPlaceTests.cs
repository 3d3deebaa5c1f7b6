namespace CaseFlow.Engine.Tests.Processes;

/// <summary>A problem within a condition is shown where it stands in the file, however YAML wraps the condition.</summary>
public class ProblemPlaceTests
{
    [Theory]
    [InlineData("    when: case.priorty == 'high'")]
    [InlineData("    when: &anchor case.priorty == 'high'")]
    [InlineData("    when:   case.title == 'a'   &&\n          case.priorty == 'high'")]
    [InlineData("    when: 'case.title == ''its'' && case.priorty == ''high'''")]
    [InlineData("    when: \"case.title == \\\"\\u0061\\x62\\t\\\" && case.priorty == 'high'\"")]
    [InlineData("    when: \"case.title == 'a' && \\\n      case.priorty == 'high'\"")]
    [InlineData("    when: |\n      case.title == 'a'\n\n        && case.priorty == 'high'")]
    [InlineData("    when: >2-\n      case.title == '😀' &&\n\n      case.priorty == 'high'")]
    [InlineData("    when: [ case.title == 'a', 'case.priorty == ''high''' ]")]
    [InlineData("    when:\n    - case.title == 'a'\n    -   case.priorty == 'high'   # urgent")]
    public void A_misspelt_name_is_found(string when)
    {
        var text = Definitions.Desk($"queues:\n  desk:\nrouting:\n  - rule: Urgent\n    queue: desk\n{when}\n");
        var lines = text[..text.IndexOf("priorty", StringComparison.Ordinal)].Split('\n');

        var problem = Assert.Single(Definitions.Problems(text));

        Assert.Equal(
            $"desk.process.yaml({lines.Length},{lines[^1].Length + 1}): error CF0029: 'case' has no 'priorty'; did you mean 'priority'?",
            problem
        );
    }
}
