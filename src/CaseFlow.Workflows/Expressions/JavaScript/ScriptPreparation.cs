using System.Runtime.CompilerServices;
using Acornima.Ast;
using Jint;
using JintEngine = Jint.Engine;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>Reads a script, and refuses what it may not use.</summary>
internal sealed class ScriptPreparation(ScriptLimits limits)
{
    /// <summary>What gives a script a clock of its own, compiles text, or takes memory that nobody counts.</summary>
    public static readonly ImmutableArray<string> Denied =
    [
        "eval",
        "Function",
        "ShadowRealm",
        "Temporal",
        "Atomics",
        "SharedArrayBuffer",
        "ArrayBuffer",
        "DataView",
        "TypedArray",
        "Int8Array",
        "Uint8Array",
        "Uint8ClampedArray",
        "Int16Array",
        "Uint16Array",
        "Int32Array",
        "Uint32Array",
        "Float16Array",
        "Float32Array",
        "Float64Array",
        "BigInt",
        "BigInt64Array",
        "BigUint64Array",
        "WeakRef",
        "FinalizationRegistry",
    ];

    private const int LongestScript = 100_000;

    private readonly ScriptPreparationOptions _options = new()
    {
        CollectReferencedGlobals = true,
        ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true, RegexTimeout = limits.Time },
    };

    /// <exception cref="ExpressionFailed">It cannot be read, or uses what it may not.</exception>
    public PreparedScript Prepare(string script)
    {
        if (script.Length > LongestScript)
        {
            throw new ExpressionFailed($"The script is longer than {LongestScript} characters.");
        }

        try
        {
            var code = JintEngine.PrepareScript(script, options: _options);
            ImmutableArray<string> globals = [.. code.ReferencedGlobals!];
            if (globals.Intersect(Denied, StringComparer.Ordinal).FirstOrDefault() is { } denied)
            {
                throw new ExpressionFailed($"'{denied}' cannot be used in scripts.");
            }

            var seen = new Seen();
            Look(code.Program!, parent: null, seen);

            return new PreparedScript(code)
            {
                Globals = globals,
                Variables = [.. seen.Variables],
                UsesAllVariables = seen.AllVariables,
                ReachesGlobals = seen.This || globals.Contains("globalThis", StringComparer.Ordinal),
                LeavesNothing = ReadingOnly.Holds(code.Program!, globals),
            };
        }
        catch (Exception broken) when (broken is not ExpressionFailed)
        {
            throw ScriptFailures.Explain(broken, limits);
        }
    }

    private static void Look(Node node, Node? parent, Seen seen)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case ThisExpression:
                seen.This = true;
                break;
            case BigIntLiteral:
                throw new ExpressionFailed("Numbers such as 1n cannot be used in scripts.");
            case MemberExpression { Object: Identifier { Name: "variables" }, Computed: false } member:
                seen.Variables.Add(((Identifier)member.Property).Name);
                return;
            case Identifier { Name: "variables" } when parent is not MemberExpression { Computed: false }:
                seen.AllVariables = true;
                break;
        }

        foreach (var child in node.ChildNodes)
        {
            Look(child, node, seen);
        }
    }

    private sealed class Seen
    {
        public SortedSet<string> Variables { get; } = new(StringComparer.Ordinal);

        public bool AllVariables { get; set; }

        public bool This { get; set; }
    }
}
