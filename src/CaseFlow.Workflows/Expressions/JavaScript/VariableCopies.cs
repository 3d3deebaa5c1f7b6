using CaseFlow.Workflows.Values;
using Jint.Native;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>The object <c>variables</c> for scripts that may write: copies, and what changed is written back after.</summary>
internal sealed class VariableCopies
{
    private readonly ScriptEngine _engine;
    private readonly JsObject _copies;
    private readonly Dictionary<string, string> _before = new(StringComparer.Ordinal);

    private VariableCopies(ScriptEngine engine, IEnumerable<string> names)
    {
        _engine = engine;
        _copies = new JsObject(engine.Native);
        foreach (var name in names)
        {
            if (engine.Scope.TryGetVariable(name, out var value))
            {
                _copies.FastSetDataProperty(name, engine.ToScript(value));
                _before[name] = State(_engine.FromScript(_copies.Get(name)));
            }
        }
    }

    public static VariableCopies? Install(ScriptEngine engine, PreparedScript script)
    {
        if (!script.ReachesGlobals && !script.Globals.Contains(VariablesView.Name, StringComparer.Ordinal))
        {
            return null;
        }

        var all = script.ReachesGlobals || script.UsesAllVariables;
        var copies = new VariableCopies(engine, all ? engine.Scope.VariableNames : script.Variables);
        engine.SetGlobal(VariablesView.Name, copies._copies);
        return copies;
    }

    // What the script did not touch is left alone, also where it set the variable by its setter meanwhile.
    public void WriteBack()
    {
        if (_engine.FromScript(_copies) is not IDictionary<string, object?> after)
        {
            return;
        }

        foreach (var (name, value) in after)
        {
            var isInput = _engine.Scope.Input.ContainsKey(name) && !_before.ContainsKey(name);
            if (!isInput && (!_before.TryGetValue(name, out var before) || before != State(value)))
            {
                _engine.Scope.SetVariable(name, value);
            }
        }
    }

    private static string State(object? value) => StateJson.Write(value);
}
