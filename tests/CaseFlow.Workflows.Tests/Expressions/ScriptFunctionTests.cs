using CaseFlow.Workflows.Expressions.JavaScript;
using CaseFlow.Workflows.Values;
using static CaseFlow.Workflows.Tests.Expressions.Evaluating;

namespace CaseFlow.Workflows.Tests.Expressions;

public sealed class ScriptFunctionTests
{
    [Theory]
    [InlineData("getWorkflowDefinitionId()", "d-1")]
    [InlineData("getWorkflowDefinitionVersionId()", "d-1-v3")]
    [InlineData("getWorkflowDefinitionVersion()", "3")]
    [InlineData("getWorkflowInstanceId()", "i-1")]
    [InlineData("getCorrelationId()", "C-1")]
    [InlineData("setCorrelationId('C-2'); getCorrelationId()", "C-2")]
    [InlineData("getWorkflowInstanceName()", "first")]
    [InlineData("setWorkflowInstanceName('second'); getWorkflowInstanceName()", "second")]
    [InlineData("getVariable('status')", "New")]
    [InlineData("getVariable('none')", null)]
    [InlineData("setVariable('fresh', 5); getVariable('fresh')", "5")]
    [InlineData("getInput('Name')", "Zed")]
    [InlineData("getInput('none')", null)]
    [InlineData("getOutputFrom('a1')", "Result of ask")]
    [InlineData("getOutputFrom('Ask customer', 'Answer')", "Answer of ask")]
    [InlineData("getLastResult()", "last")]
    [InlineData("isNullOrWhiteSpace('  ')", "True")]
    [InlineData("isNullOrWhiteSpace(null)", "True")]
    [InlineData("isNullOrEmpty('  ')", "False")]
    [InlineData("isNullOrEmpty(undefined)", "True")]
    [InlineData("toJson({a: [1, 'x', null]})", """{"a":[1,"x",null]}""")]
    [InlineData("parseGuid('{11111111-2222-3333-4444-555555555555}')", "11111111-2222-3333-4444-555555555555")]
    [InlineData("newGuid().toString().length", "36")]
    [InlineData("newGuidString().length", "36")]
    [InlineData("newShortGuid().length", "22")]
    [InlineData("getGuidString().length", "36")]
    [InlineData("getShortGuid().length", "22")]
    [InlineData("bytesToString(bytesFromString('grüß'))", "grüß")]
    [InlineData("bytesToBase64(getBytes())", "aGk=")]
    [InlineData("bytesToString(bytesFromBase64('aGk='))", "hi")]
    [InlineData("bytesToString([104, 105])", "hi")]
    [InlineData("stringToBase64('hi')", "aGk=")]
    [InlineData("stringFromBase64('aGk=')", "hi")]
    [InlineData("streamToBytes(getBytes()).length", "2")]
    [InlineData("streamToBase64(getBytes())", "aGk=")]
    public void A_function_gives_what_it_says(string script, string? expected) =>
        Assert.Equal(expected, Script(script) is { } value ? ValueText.Of(value) : null);

    [Fact]
    public void Every_function_is_tried_here()
    {
        var tried = string.Join(
            '\n',
            typeof(ScriptFunctionTests)
                .GetMethod(nameof(A_function_gives_what_it_says))!
                .GetCustomAttributesData()
                .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
                .SelectMany(attribute =>
                    (IEnumerable<System.Reflection.CustomAttributeTypedArgument>)
                        attribute.ConstructorArguments[0].Value!
                )
                .Select(argument => argument.Value)
        );

        Assert.All(ScriptFunctions.All.Keys, name => Assert.Contains(name + "(", tried, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("getStatus()", "New")]
    [InlineData("getOrderId()", "7")]
    [InlineData("setStatus('Closed'); getStatus()", "Closed")]
    [InlineData("setOrderId(8); getVariable('order_id')", "8")]
    [InlineData("getName()", "Zed")]
    [InlineData("getMissing?.()", null)]
    [InlineData("typeof getNothing", "undefined")]
    [InlineData("getNothing?.() ?? 'none'", null)]
    [InlineData("getResultFromAskCustomer()", "Result of ask")]
    [InlineData("getAnswerFromAskCustomer()", "Answer of ask")]
    [InlineData("variables.status", "New")]
    [InlineData("variables['status']", "New")]
    [InlineData("globalThis['get' + 'Status']()", "New")]
    [InlineData("getCfg().a.c + variables.cfg.a.c", "origorig")]
    [InlineData("Object.keys(variables).includes('status')", "True")]
    public void What_is_in_scope_has_an_accessor(string script, string? expected)
    {
        if (script.StartsWith("getNothing?", StringComparison.Ordinal))
        {
            Assert.Contains("getNothing is not defined", Refused(() => Script(script)), StringComparison.Ordinal);
            return;
        }

        Assert.Equal(expected, Script(script) is { } value ? ValueText.Of(value) : null);
    }

    [Theory]
    [InlineData("getWait().TotalMinutes", "5")]
    [InlineData("TimeSpan.FromMinutes(90).toString()", "01:30:00")]
    [InlineData("new TimeSpan(1, 2, 3)", "01:02:03")]
    [InlineData("getWait().Add(TimeSpan.Parse('00:00:01'))", "00:05:01")]
    [InlineData("`${getWait()}`", "00:05:00")]
    [InlineData("getSince()", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("getSince().getFullYear()", "2026")]
    [InlineData("DateTime.UtcNow", "2026-03-04T05:06:07.0000000+00:00")]
    [InlineData("new DateTime(2026, 2, 1)", "2026-02-01T00:00:00.0000000+00:00")]
    [InlineData("DateTimeOffset.Parse('2026-02-01T00:00:00+01:00')", "2026-01-31T23:00:00.0000000+00:00")]
    [InlineData("getId() == '11111111-2222-3333-4444-555555555555'", "True")]
    [InlineData("Guid.Empty", "00000000-0000-0000-0000-000000000000")]
    [InlineData("Guid.NewGuid().toString().length", "36")]
    [InlineData("new Random().Next(3, 4)", "3")]
    [InlineData("Random.Shared.NextDouble() < 1", "True")]
    [InlineData("LogPersistenceMode.Include", "Include")]
    [InlineData("new Date().toISOString()", "2026-03-04T05:06:07.000Z")]
    [InlineData("Date.now()", "1772600767000")]
    [InlineData(
        "JSON.stringify({w: getWait(), i: [getId()]})",
        """{"w":"00:05:00","i":["11111111-2222-3333-4444-555555555555"]}"""
    )]
    public void Spans_moments_and_guids_are_known_to_scripts(string script, string expected) =>
        Assert.Equal(expected, ValueText.Of(Script(script)!));

    [Theory]
    [InlineData("return 5")]
    [InlineData("if (true) { return 5 } return 6")]
    [InlineData("let x = 4; x + 1")]
    [InlineData("Promise.resolve(5)")]
    [InlineData("(async () => { await null; return 5 })()")]
    public void A_script_gives_what_it_returns_or_its_last_value_and_keeps_promises(string script) =>
        Assert.Equal(5, Script(script));

    [Fact]
    public void An_input_keeps_its_kind_through_a_script()
    {
        var scope = new ScopeOfTests();

        Script("setVariable('copy', [getWait(), getId(), getBytes(), getSince(), 1.5, 3, 4294967296])", scope);

        Assert.Equal(
            [
                scope.Variables["wait"],
                scope.Variables["id"],
                scope.Variables["bytes"],
                scope.Variables["since"],
                1.5,
                3,
                4294967296L,
            ],
            (List<object?>)scope.Variables["copy"]!
        );
    }

    [Fact]
    public void What_changes_in_variables_is_written_back_and_nothing_else()
    {
        var scope = new ScopeOfTests();

        Script(
            "variables.cfg.a.c = 'changed'; variables.fresh = 1; variables.status; setStatus('by setter'); variables.Name = 'no'",
            scope
        );

        Assert.Equal(
            "changed",
            ((IDictionary<string, object?>)((IDictionary<string, object?>)scope.Variables["cfg"]!)["a"]!)["c"]
        );
        Assert.Equal(1, scope.Variables["fresh"]);
        Assert.Equal("by setter", scope.Variables["status"]);
        Assert.False(scope.Variables.ContainsKey("Name"));
    }

    [Fact]
    public void What_an_accessor_gives_is_a_copy()
    {
        var scope = new ScopeOfTests();

        Script("getList().push(4); getCfg().a.c = 'x'; 1", scope);

        Assert.Equal(3, ((List<object?>)scope.Variables["list"]!).Count);
        Assert.Equal("orig", Script("getCfg().a.c", scope));
    }

    [Fact]
    public void Only_the_script_of_an_activity_says_outcomes()
    {
        var run = Evaluator.RunScript("setOutcomes(['A', 'B']); 7", new ScopeOfTests());

        Assert.Equal(7, run.Result);
        Assert.Equal(["A", "B"], run.Outcomes!.Value);
        Assert.Equal(["C"], Evaluator.RunScript("setOutcome('C')", new ScopeOfTests()).Outcomes!.Value);
        Assert.Null(Evaluator.RunScript("1", new ScopeOfTests()).Outcomes);
        Assert.Contains(
            "setOutcome is not defined",
            Refused(() => Script("setOutcome('A')")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_replay_of_a_burst_guesses_the_same_again()
    {
        const string script = "[Math.random(), newGuidString(), newShortGuid(), new Random().Next(1000)].join()";

        Assert.Equal(Script(script), Script(script));
        Assert.NotEqual(Script("newGuidString()"), Script("newGuid(); newGuidString()"));
    }

    [Theory]
    [InlineData(
        "var a = 1;\n\n  null.foo",
        "line 3, column 8: TypeError: Cannot read properties of null (reading 'foo')"
    )]
    [InlineData("nope.x", "line 1, column 1: ReferenceError: nope is not defined")]
    [InlineData("let x = ;", "line 1, column 9: Unexpected token ';'")]
    [InlineData("throw new Error('mine')", "line 1, column 7: Error: mine")]
    [InlineData("parseGuid('x')", "line 1, column 1: Error: 'x' is no GUID")]
    [InlineData("Promise.reject(new Error('no'))", "The promise was broken: Error: no")]
    [InlineData("getOutputFrom('gone')", "line 1, column 1: Error: there is no activity 'gone'")]
    [InlineData("() => 1", "The script gives a function, which is no value; call it.")]
    public void A_failure_names_its_place_and_what_was_said(string script, string message) =>
        Assert.Equal(message, Refused(() => Script(script)));
}
