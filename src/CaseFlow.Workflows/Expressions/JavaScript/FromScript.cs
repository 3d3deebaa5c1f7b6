using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>A value on its way out of a script; what is too large, too deep or no value is refused.</summary>
internal sealed class FromScript(ScriptLimits limits)
{
    public const int Deepest = 50;

    private int _values;
    private long _characters;

    public object? Read(JsValue value) => Read(value, 0);

    private object? Read(JsValue value, int depth)
    {
        if (++_values > limits.ListLength * 10)
        {
            throw new ExpressionFailed($"The script gives more than {limits.ListLength * 10} values.");
        }

        return value switch
        {
            JsNumber => ReadNumber(value.AsNumber()),
            JsString => ReadText(value.ToString()),
            JsBoolean => value.AsBoolean(),
            ScriptValue known => known.Value,
            JsDate date => double.IsFinite(date.DateValue)
                ? DateTimeOffset.FromUnixTimeMilliseconds((long)date.DateValue)
                : null,
            Function or JsSymbol => throw new ExpressionFailed(
                "The script gives a function, which is no value; call it."
            ),
            ObjectInstance when depth >= Deepest => throw new ExpressionFailed(
                $"The script gives a value that is nested deeper than {Deepest} levels, or holds itself."
            ),
            JsArray array => ReadList(array, depth),
            ObjectInstance instance => ReadObject(instance, depth),
            _ => null,
        };
    }

    private string ReadText(string text)
    {
        _characters += text.Length;
        return _characters <= limits.TextLength
            ? text
            : throw new ExpressionFailed($"The script gives more than {limits.TextLength} characters.");
    }

    // Scripts know one kind of number; what is whole goes out as a whole number.
    private static object ReadNumber(double number)
    {
        const double largest = 9_007_199_254_740_991;
        return number switch
        {
            _ when number != Math.Truncate(number) => (object)number,
            >= int.MinValue and <= int.MaxValue => (int)number,
            >= -largest and <= largest => (long)number,
            _ => number,
        };
    }

    private List<object?> ReadList(JsArray array, int depth)
    {
        var list = new List<object?>((int)Math.Min(array.Length, limits.ListLength));
        for (uint place = 0; place < array.Length; place++)
        {
            list.Add(Read(array.TryGetValue(place, out var item) ? item : JsValue.Undefined, depth + 1));
        }

        return list;
    }

    private Dictionary<string, object?> ReadObject(ObjectInstance instance, int depth)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, property) in instance.GetOwnProperties())
        {
            if (!key.IsString() || !property.Enumerable)
            {
                continue;
            }

            var value = instance.Get(key, instance);
            if (value is not Function)
            {
                members[ReadText(key.ToString())] = Read(value, depth + 1);
            }
        }

        return members;
    }
}
