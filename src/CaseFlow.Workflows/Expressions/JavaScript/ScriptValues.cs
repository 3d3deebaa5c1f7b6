using System.Globalization;
using Jint.Native;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>Values on their way into a script: lists and objects are copies.</summary>
internal static class ScriptValues
{
    public static JsValue ToScript(ScriptEngine engine, object? value) =>
        value switch
        {
            null => JsValue.Null,
            string text => JsString.Create(text),
            bool truth => truth ? JsBoolean.True : JsBoolean.False,
            int number => JsNumber.Create(number),
            long or short or float or double or decimal => JsNumber.Create(
                Convert.ToDouble(value, CultureInfo.InvariantCulture)
            ),
            DateTimeOffset moment => new JsDate(engine.Native, moment.ToUnixTimeMilliseconds()),
            IDictionary<string, object?> members => ToObject(engine, members),
            byte[] or Guid or TimeSpan => new ScriptValue(engine, value),
            IList<object?> list => new JsArray(engine.Native, [.. list.Select(item => ToScript(engine, item))]),
            _ => throw new ArgumentException($"{value.GetType().Name} is no value of a workflow.", nameof(value)),
        };

    private static JsObject ToObject(ScriptEngine engine, IDictionary<string, object?> members)
    {
        var copy = new JsObject(engine.Native);
        foreach (var (name, value) in members)
        {
            copy.FastSetDataProperty(name, ToScript(engine, value));
        }

        return copy;
    }
}
