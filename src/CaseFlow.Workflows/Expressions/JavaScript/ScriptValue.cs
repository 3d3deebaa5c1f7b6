using System.Globalization;
using CaseFlow.Workflows.Values;
using Jint;
using Jint.Native;
using Jint.Native.Object;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>A time span, a GUID or bytes in a script: its members can be read, and it goes out as it came in.</summary>
internal sealed class ScriptValue : ObjectInstance
{
    private readonly ScriptEngine _script;

    public ScriptValue(ScriptEngine script, object value)
        : base(script.Native)
    {
        _script = script;
        Value = value;
        Prototype = script.Native.Intrinsics.Object.PrototypeObject;
    }

    public object Value { get; }

    public override JsValue Get(JsValue property, JsValue receiver) =>
        property.IsString() && Member(property.ToString()) is { } member ? member : base.Get(property, receiver);

    public override object ToObject() => Value;

    public override string ToString() => ValueText.Of(Value);

    private JsValue? Member(string name) =>
        (name, Value) switch
        {
            ("toString" or "ToString" or "toJSON", _) => _script.Function(name, _ => ValueText.Of(Value)),
            ("Equals", _) => _script.Function(name, given => given is [{ } other] && other.ToString() == ToString()),
            ("length" or "Length", byte[] bytes) => bytes.Length,
            (_, byte[] bytes) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place < bytes.Length
                ? (int)bytes[place]
                : null,
            (_, TimeSpan span) => Member(name, span),
            _ => null,
        };

    private JsValue? Member(string name, TimeSpan span) =>
        name switch
        {
            "TotalDays" => span.TotalDays,
            "TotalHours" => span.TotalHours,
            "TotalMinutes" => span.TotalMinutes,
            "TotalSeconds" => span.TotalSeconds,
            "TotalMilliseconds" => span.TotalMilliseconds,
            "Days" => span.Days,
            "Hours" => span.Hours,
            "Minutes" => span.Minutes,
            "Seconds" => span.Seconds,
            "Milliseconds" => span.Milliseconds,
            "Ticks" => (double)span.Ticks,
            "Add" => _script.Function(name, given => Combine(span, given, (one, other) => one + other)),
            "Subtract" => _script.Function(name, given => Combine(span, given, (one, other) => one - other)),
            "Negate" => _script.Function(name, _ => _script.ToScript(-span)),
            _ => null,
        };

    private JsValue Combine(TimeSpan span, JsValue[] given, Func<TimeSpan, TimeSpan, TimeSpan> combine) =>
        given is [ScriptValue { Value: TimeSpan other }]
            ? _script.ToScript(combine(span, other))
            : throw _script.Error("a time span is needed");
}
