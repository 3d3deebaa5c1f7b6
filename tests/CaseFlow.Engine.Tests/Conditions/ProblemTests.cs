using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Tests.Conditions;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("case.priorty == 'high'", 5, 7, "'case' has no 'priorty'; did you mean 'priority'?")]
    [InlineData("cse.priority == 'high'", 0, 3, "nothing is called 'cse' here; did you mean 'case'?")]
    [InlineData("case.fields.impact == 'high'", 0, 28, "'==' compares int with string")]
    [InlineData("case.openActivities == 'x'", 0, 26, "'==' compares int with string")]
    [InlineData("case.title + 1 == 'x'", 0, 14, "'+' does not take string and int")]
    [InlineData("case.title < 3", 0, 14, "'<' does not take string and int")]
    [InlineData("case.title.contain('x')", 0, 23, "there is no function 'contain'; did you mean 'contains'?")]
    [InlineData("case.title == null", 0, 18, "'case.title' is always set, so comparing it with null says nothing")]
    [InlineData("case.title", 0, 10, "a condition is true or false, but this is string")]
    [InlineData("case.title && true", 0, 10, "'&&' takes bool, not string")]
    [InlineData("!case.title", 1, 10, "'!' takes bool, not string")]
    [InlineData("case.escalated && [1] == {}", 18, 9, "'==' compares list(int) with map(dyn, dyn)")]
    [InlineData("case.escalated && (1 + 1) == 'x'", 18, 14, "'==' compares int with string")]
    [InlineData(
        "case.fields.`resolution-typ` == 'x'",
        13,
        14,
        "'case.fields' has no 'resolution-typ'; did you mean 'resolution-type'?"
    )]
    [InlineData("case.title.foo == 1", 11, 3, "string has no members, so no 'foo'")]
    [InlineData("case.title.exists(x, true)", 0, 10, "'exists' goes over a list or a map, not over string")]
    [InlineData(
        "case.openActivities.contains('a')",
        0,
        33,
        "there is no int.contains(string), only string.contains(string)"
    )]
    [InlineData("3 in case.tags", 0, 14, "'in' does not take int and list(string)")]
    public void A_type_that_does_not_fit_is_found_at_its_place(string text, int offset, int length, string message) =>
        Assert.Equal([new ConditionProblem(offset, length, message)], Desk.Problems(text));

    [Theory]
    [InlineData("case.priority == 'hihg'", 17, "'hihg' is no value of case.priority; did you mean 'high'?")]
    [InlineData("'hihg' != case.priority", 0, "'hihg' is no value of case.priority; did you mean 'high'?")]
    [InlineData(
        "customer.tier in ['gold', 'platin']",
        26,
        "'platin' is no value of customer.tier; did you mean 'platinum'?"
    )]
    public void A_text_that_a_closed_set_does_not_know_is_refused(string text, int offset, string message) =>
        Assert.Equal([(offset, message)], Desk.Problems(text).Select(problem => (problem.Offset, problem.Message)));

    [Theory]
    [InlineData("case.title.matches('(outage')", 19)]
    [InlineData("case.title.matches('(?=x)')", 19)]
    [InlineData("now - case.createdAt < duration('3 days')", 23)]
    [InlineData("now < timestamp('tomorrow')", 6)]
    [InlineData("case.createdAt.getHours('Mars/Base') > 8", 24)]
    [InlineData("case.openActivities > 1 / 0", 22)]
    public void A_part_that_can_only_fail_is_refused_where_it_stands(string text, int offset) =>
        Assert.Equal(offset, Assert.Single(Desk.Problems(text)).Offset);

    [Theory]
    [InlineData("case.priority = 'high'", 14, "'=' is not expected here; did you mean '=='?")]
    [InlineData("case.escalated and true", 15, "'and' is not expected here; did you mean '&&'?")]
    [InlineData("not case.escalated", 4, "'case' is not expected here")]
    [InlineData("(case.escalated", 15, "the text ends where ')' is expected")]
    [InlineData("case.escalated &&", 17, "the text ends where a value is expected")]
    [InlineData("case.escalated && )", 18, "expected a value, found ')'")]
    [InlineData("", 0, "the text ends where a value is expected")]
    [InlineData("case.title == 'open", 14, "this string is not closed")]
    [InlineData("case.title == 'a\\qb'", 14, "'\\q' starts no escape of a string")]
    [InlineData("case.openActivities > 99999999999999999999", 22, "99999999999999999999 is out of range")]
    [InlineData("if == 1", 0, "'if' is a reserved word")]
    [InlineData("case.tags.exists(1, true)", 0, "'exists' takes a name for each item and then an expression about it")]
    [InlineData("has(case)", 0, "'has' takes one member, such as has(case.title)")]
    public void A_text_that_cannot_be_read_says_where_and_why(string text, int offset, string message) =>
        Assert.Equal([(offset, message)], Desk.Problems(text).Select(problem => (problem.Offset, problem.Message)));

    [Fact]
    public void All_problems_are_told_at_once() =>
        Assert.Equal(
            [5, 16, 52],
            Desk.Problems("case.priorty && 3 == case.title || case.priority == 'hgh'")
                .Select(problem => problem.Offset)
                .Order()
        );
}
