using System.Buffers.Binary;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;
using JintEngine = Jint.Engine;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>An engine with what its scripts find in it, and the scope that it serves now.</summary>
internal sealed class ScriptEngine
{
    private static readonly IExpressionScope Nobody = null!;

    private readonly HashSet<string> _installed = new(StringComparer.Ordinal);
    private readonly ScriptLimits _limits;

    public ScriptEngine(ScriptLimits limits)
    {
        _limits = limits;
        Scope = Nobody;
        Native = new JintEngine(options =>
        {
            options.LimitMemory(limits.Memory);
            options.MaxStatements(limits.Statements);
            options.LimitRecursion(limits.Recursion);
            options.Constraint(new TimeLimit(limits.Time));
            options.Constraints.MaxArraySize = (uint)limits.ListLength;
            options.Constraints.RegexTimeout = limits.Time;
            options.Host.StringCompilationAllowed = false;
            options.Interop.Enabled = false;
            options.TimeZone = TimeZoneInfo.Utc;
            options.TimeSystem = new ScopeClock(this);
        });
        TextGuards.Install(this, limits.TextLength);
    }

    public JintEngine Native { get; }

    /// <summary>Whose script runs.</summary>
    public IExpressionScope Scope { get; private set; }

    /// <summary>What the script said by <c>setOutcome</c>.</summary>
    public ImmutableArray<string>? Outcomes { get; set; }

    /// <summary>Whether so many names were asked for that a new engine is the smaller one.</summary>
    public bool IsWorn => _installed.Count > 500;

    /// <summary>Runs a script that leaves nothing behind; the engine may serve again unless this throws.</summary>
    public object? RunReading(PreparedScript script, IExpressionScope scope)
    {
        Scope = scope;
        foreach (var name in script.Globals)
        {
            if (_installed.Add(name))
            {
                Install(name, () => ScriptAccessors.IsAccessor(name) ? ScriptAccessors.Late(this, name) : null);
                if (name == VariablesView.Name)
                {
                    SetGlobal(name, new VariablesView(this));
                }
            }
        }

        var result = FromScript(Native.Evaluate(script.Code));
        Scope = Nobody;
        return result;
    }

    /// <summary>Runs any script; the engine must serve no other.</summary>
    public ScriptRun Run(PreparedScript script, IExpressionScope scope)
    {
        Scope = scope;
        foreach (var name in script.ReachesGlobals ? Everything(script) : script.Globals)
        {
            Install(
                name,
                () =>
                    ScriptAccessors.IsAccessor(name) && ScriptAccessors.Find(this, name) is { } found
                        ? Function(name, found)
                        : null
            );
        }

        if (script.ReachesGlobals)
        {
            foreach (var name in ScriptPreparation.Denied)
            {
                Native.Global.Delete(name);
            }
        }

        var variables = VariableCopies.Install(this, script);
        var result = FromScript(Settled(Native.Evaluate(script.Code)));
        variables?.WriteBack();
        return new ScriptRun(result, Outcomes);
    }

    public ClrFunction Function(string name, Func<JsValue[], JsValue> function) =>
        new(Native, name, (_, arguments) => function(arguments));

    public void SetGlobal(string name, JsValue value) => SetHidden(Native.Global, name, value);

    public static void SetHidden(ObjectInstance target, string name, JsValue value) =>
        target.FastSetProperty(
            name,
            new PropertyDescriptor(value, writable: true, enumerable: false, configurable: true)
        );

    public JsValue ToScript(object? value) => ScriptValues.ToScript(this, value);

    public object? FromScript(JsValue value) => new FromScript(_limits).Read(value);

    public JavaScriptException Error(string message) => new(Native.Intrinsics.Error, message);

    public JsValue SetVariable(string name, JsValue[] given)
    {
        Scope.SetVariable(name, given is [var value, ..] ? FromScript(value) : null);
        return JsValue.Undefined;
    }

    public JsValue ReadOutput(string activity, string? output) =>
        Scope.TryGetOutput(activity, output, out var value)
            ? ToScript(value)
            : throw Error($"there is no activity '{activity}'");

    public Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Scope.NextRandom());
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Scope.NextRandom());
        bytes[7] = (byte)(bytes[7] & 0x0F | 0x40); // a GUID says that it is a random one
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes);
    }

    /// <summary>A number from 0 up to but not including 1.</summary>
    public double NextDouble() => (Scope.NextRandom() >> 11) * (1.0 / (1UL << 53));

    private void Install(string name, Func<JsValue?> accessor)
    {
        if (
            ScriptFunctions.All.TryGetValue(name, out var function)
            || IsActivity && ScriptFunctions.OfActivities.TryGetValue(name, out function)
        )
        {
            SetGlobal(name, Function(name, given => function(this, given)));
        }
        else if (name == "Math")
        {
            var math = (ObjectInstance)Native.Global.Get("Math");
            SetHidden(math, "random", Function("random", _ => NextDouble()));
        }
        else if (name == "JSON")
        {
            TextGuards.InstallJson(this, _limits.TextLength);
        }
        else if (DotNetTypes.Names.Contains(name, StringComparer.Ordinal))
        {
            DotNetTypes.Install(this, name);
        }
        else if (accessor() is { } found)
        {
            SetGlobal(name, found);
        }
    }

    /// <summary>Whether the script is that of an activity, which may say outcomes.</summary>
    public bool IsActivity { get; init; }

    private IEnumerable<string> Everything(PreparedScript script) =>
        script
            .Globals.Concat(ScriptFunctions.All.Keys)
            .Concat(ScriptFunctions.OfActivities.Keys)
            .Concat(DotNetTypes.Names)
            .Concat(["Math", "JSON"])
            .Concat(ScriptAccessors.Every(Scope))
            .Distinct(StringComparer.Ordinal);

    // Nothing happens later here, so that a promise that is still open when the script ends stays open.
    private static JsValue Settled(JsValue value)
    {
        if (!value.IsPromise())
        {
            return value;
        }

        try
        {
            return value.UnwrapIfPromise(TimeSpan.FromMilliseconds(1));
        }
        catch (PromiseRejectedException rejected)
            when (rejected.RejectedValue.ToString().StartsWith("Timeout of", StringComparison.Ordinal))
        {
            throw new ExpressionFailed(
                "The promise that the script gives is never kept: nothing in it happens later.",
                rejected
            );
        }
    }
}
