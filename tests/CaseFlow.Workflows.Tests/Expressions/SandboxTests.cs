using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.JavaScript;
using static CaseFlow.Workflows.Tests.Expressions.Evaluating;

namespace CaseFlow.Workflows.Tests.Expressions;

public sealed class SandboxTests
{
    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("for (;;);")]
    [InlineData("while (true) { 'ab'.repeat(2) }")]
    [InlineData("(async () => { while (true) { await null } })()")]
    [InlineData("Promise.resolve().then(function f() { return Promise.resolve().then(f) })")]
    [InlineData("(() => { try { while (true) {} } catch { return 1 } })()")]
    [InlineData("({ toString() { while (true) {} } }) + ''")]
    [InlineData("let f = () => f(); f()")]
    [InlineData("let f = (s, n) => n ? f(s + s, n - 1) : s; f('xxxxxxxx', 60).length")]
    [InlineData("['', ...Array(60)].reduce(a => a + a, 'x').length")]
    [InlineData("let s = 'x'; for (let i = 0; i < 40; i++) s += s; s.charAt(3)")]
    [InlineData("const m = new Map(); for (let i = 0; ; i++) m.set(i, i)")]
    [InlineData("new Array(1e9).fill(1).length")]
    [InlineData("Array.from({ length: 1e9 }).length")]
    [InlineData("'x'.repeat(1 << 28).length")]
    [InlineData("'x'.padEnd(1 << 28).length")]
    [InlineData("'x'.repeat(1e6).replaceAll('x', 'y'.repeat(400)).length")]
    [InlineData("'x'.repeat(1e6).replace('x', '$`'.repeat(100000)).length")]
    [InlineData("'x'.repeat(1e5).replace(/x/g, '$`').length")]
    [InlineData("Array(5000).join('x'.repeat(1000000)).length")]
    [InlineData("'' + Array(5000).fill('x'.repeat(1e6))")]
    [InlineData("''.concat(...Array(5000).fill('x'.repeat(1e6))).length")]
    [InlineData("JSON.stringify(Array(5000).fill('x'.repeat(1e6))).length")]
    [InlineData("/(a+)+b/.test('a'.repeat(40))")]
    [InlineData("let a = 'x'; for (let i = 0; i < 60; i++) a = [a, a]; a")]
    [InlineData("let o = {}; o.o = o; o")]
    [InlineData("Array(9000).fill('x'.repeat(1000))")]
    [InlineData("(2n ** 1000000n).toString().length")]
    [InlineData("new Uint8Array(1e9).length")]
    [InlineData("getBytes().constructor.from({ length: 1e9 })")]
    [InlineData("new Promise(() => {})")]
    public void A_script_that_takes_too_much_is_stopped(string script) =>
        Assert.NotEmpty(Refused(() => Script(script)));

    [Theory]
    [InlineData("eval('1')")]
    [InlineData("(0, eval)('1')")]
    [InlineData("globalThis['ev' + 'al']('1')")]
    [InlineData("new Function('return 1')()")]
    [InlineData("[].constructor.constructor('return 1')()")]
    [InlineData("(async () => {}).constructor('return 1')()")]
    [InlineData("(function* () {}).constructor('yield 1')()")]
    [InlineData("getStatus.constructor('return 1')()")]
    [InlineData("new ShadowRealm().evaluate('1')")]
    [InlineData("(function () { return this })()['Shadow' + 'Realm'].name")]
    [InlineData("import('fs')")]
    [InlineData("require('fs')")]
    [InlineData("System.IO.File.ReadAllText('/etc/passwd')")]
    [InlineData("importNamespace('System')")]
    [InlineData("getStatus().GetType()")]
    [InlineData("getWait().GetType()")]
    [InlineData("Temporal.Now.instant().toString()")]
    public void A_script_reaches_nothing_outside_and_compiles_no_text(string script) =>
        Assert.NotEmpty(Refused(() => Script(script)));

    [Theory]
    [InlineData("Object.prototype.leak = 1", "({}).leak")]
    [InlineData("Array.prototype.leak = 1", "[].leak")]
    [InlineData("String.prototype.toUpperCase = () => 'leak'; 1", "'a'.toUpperCase()")]
    [InlineData("[1].map([].push, Math); 1", "Math.length")]
    [InlineData("try { [1].map([].push, [].concat) } catch { 1 }", "[].concat[1]")]
    [InlineData("Math.max = () => 5; 1", "Math.max(1, 2)")]
    [InlineData("JSON.parse.leak = 1", "JSON.parse.leak")]
    [InlineData("globalThis.leak = 1", "typeof leak")]
    [InlineData("leak = 1", "typeof leak")]
    [InlineData("var leak = 1; function getStatus() { return 'leak' } 1", "getStatus()")]
    [InlineData("getStatus.leak = 1", "getStatus.leak")]
    [InlineData("Object.assign(Object.getPrototypeOf([]), { leak: 1 }); 1", "[].leak")]
    [InlineData("'abc'.match(/b/); 1", "RegExp.$1 + RegExp.lastMatch")]
    [InlineData("variables.__proto__.leak = 1", "variables.leak")]
    [InlineData("Symbol.for('x').constructor.prototype.leak = 1", "Symbol.for('y').leak")]
    public void Nothing_that_a_script_does_to_its_engine_reaches_the_next(string script, string look)
    {
        var alone = Script(look);
        for (var time = 0; time < 20; time++)
        {
            Script(script);
            Assert.Equal(alone, Script(look));
        }
    }

    [Fact]
    public void A_script_that_only_reads_serves_the_scope_of_each_call()
    {
        var others = new ScopeOfTests();
        others.Variables.Remove("status");

        Assert.Equal("New", Script("getStatus()"));
        Assert.Contains(
            "getStatus is not defined",
            Refused(() => Script("getStatus()", others)),
            StringComparison.Ordinal
        );
        others.Variables["status"] = "Other";
        Assert.Equal("Other", Script("getStatus()", others));
        Assert.Equal("Other", Script("variables.status", others));
        Assert.Equal("New", Script("variables.status"));
    }

    [Theory]
    [InlineData("getOrderId() + 1", true)]
    [InlineData("getStatus() === 'Closed' || variables.cfg.a.c.length > 2", true)]
    [InlineData("`Current fruit: ${getCurrentValue()}`", true)]
    [InlineData("({ a: getList().filter(x => x > 1), b: [1, Math.max(1, 2)] })", true)]
    [InlineData("return getInput('Name')", true)]
    [InlineData("[getO(), getD().k].join(',')", true)]
    [InlineData("getX?.()", false)]
    [InlineData("typeof getX()", false)]
    [InlineData("variables.x = 1", false)]
    [InlineData("[3, 1].sort()", false)]
    [InlineData("[1].map([].push, Math)", false)]
    [InlineData("[1].map(Math.max)", false)]
    [InlineData("Array.prototype.concat(1)", false)]
    [InlineData("[].concat.constructor", false)]
    [InlineData("[Math]", false)]
    [InlineData("let x = 1", false)]
    [InlineData("/a/.test('a')", false)]
    [InlineData("({ __proto__: Math })", false)]
    public void An_engine_serves_again_only_after_what_is_known_to_leave_nothing(string script, bool leavesNothing) =>
        Assert.Equal(leavesNothing, new ScriptPreparation(new ScriptLimits()).Prepare(script).LeavesNothing);

    [Fact]
    public void Prepared_scripts_are_kept_up_to_a_number()
    {
        var cache = new PreparedCache<string>(10, text => text + "!");

        for (var text = 0; text < 1000; text++)
        {
            Assert.Equal($"{text % 50}!", cache.Get($"{text % 50}"));
        }

        Assert.InRange(cache.Count, 1, 10);
    }

    [Fact]
    public void A_script_nested_without_end_fails_and_the_host_lives() =>
        Assert.NotEmpty(Refused(() => Script(new string('(', 40_000) + "1" + new string(')', 40_000))));

    [Fact]
    public void Many_threads_share_one_evaluator() =>
        Parallel.For(
            0,
            2_000,
            number =>
            {
                var scope = new ScopeOfTests();
                scope.Variables["order_id"] = number;
                Assert.Equal(number + 1, Script("getOrderId() + 1", scope));
                Assert.Equal(
                    number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    Liquid("{{ Variables.order_id }}", scope)
                );
            }
        );
}
