using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>The functions named after what is in scope: <c>getStatus</c>, <c>setStatus</c>, <c>getResultFromAsk</c>.</summary>
internal static class ScriptAccessors
{
    private const string From = "From";

    /// <summary>Whether scripts may call a global of this name: a function of the product, or what may be an accessor.</summary>
    public static bool IsCallable(string name) => ScriptFunctions.All.ContainsKey(name) || IsAccessor(name);

    public static bool IsAccessor(string name) =>
        name is ['g' or 's', 'e', 't', _, ..]
        && !char.IsAsciiLetterLower(name[3])
        && !ScriptFunctions.All.ContainsKey(name);

    /// <summary>What the accessor does in the scope as it is now; <see langword="null"/> where nothing has that name.</summary>
    public static Func<JsValue[], JsValue>? Find(ScriptEngine engine, string accessor)
    {
        var scope = engine.Scope;
        var name = accessor.AsSpan(3);
        if (FindName(scope.VariableNames, name) is { } variable)
        {
            return accessor[0] == 'g'
                ? _ => engine.ToScript(scope.TryGetVariable(variable, out var value) ? value : null)
                : arguments => engine.SetVariable(variable, arguments);
        }

        if (accessor[0] == 's')
        {
            return null;
        }

        if (FindName(scope.InputNames, name) is { } input || (input = FindName(scope.Input.Keys, name)) is not null)
        {
            return _ => engine.ToScript(scope.Input.GetValueOrDefault(input));
        }

        return FindOutput(engine, accessor[3..]);
    }

    /// <summary>A function that looks the name up whenever it is called, for engines that serve many scopes.</summary>
    public static ClrFunction Late(ScriptEngine engine, string accessor) =>
        engine.Function(
            accessor,
            arguments =>
                (
                    Find(engine, accessor)
                    ?? throw new JavaScriptException(engine.Native.Intrinsics.Error, $"{accessor} is not defined")
                )(arguments)
        );

    /// <summary>Every accessor of a scope, for scripts that make names up.</summary>
    public static IEnumerable<string> Every(IExpressionScope scope) =>
        [
            .. scope.VariableNames.SelectMany(name =>
                (string[])["get" + AccessorNames.Pascal(name), "set" + AccessorNames.Pascal(name)]
            ),
            .. scope.InputNames.Concat(scope.Input.Keys).Select(name => "get" + AccessorNames.Pascal(name)),
            .. scope
                .Outputs.Where(activity => activity.ActivityName is not null)
                .SelectMany(activity =>
                    activity.Names.Select(output =>
                        $"get{AccessorNames.Pascal(output)}{From}{AccessorNames.Pascal(activity.ActivityName!)}"
                    )
                ),
        ];

    private static string? FindName(IEnumerable<string> names, ReadOnlySpan<char> accessor)
    {
        foreach (var name in names)
        {
            if (AccessorNames.Means(accessor, name))
            {
                return name;
            }
        }

        return null;
    }

    private static Func<JsValue[], JsValue>? FindOutput(ScriptEngine engine, string name)
    {
        if (!name.Contains(From, StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var activity in engine.Scope.Outputs)
        {
            if (
                activity.ActivityName is not { } activityName
                || !name.EndsWith(AccessorNames.Pascal(activityName), StringComparison.Ordinal)
            )
            {
                continue;
            }

            var suffix = From + AccessorNames.Pascal(activityName);
            foreach (var output in activity.Names)
            {
                if (
                    name.Length > suffix.Length
                    && name.EndsWith(suffix, StringComparison.Ordinal)
                    && AccessorNames.Means(name.AsSpan(0, name.Length - suffix.Length), output)
                )
                {
                    return _ => engine.ReadOutput(activity.ActivityId, output);
                }
            }
        }

        return null;
    }
}
