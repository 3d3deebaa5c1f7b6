using Jint;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Object;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>Natives that make a long text of a short one in a single step, between two looks at the memory.</summary>
internal static class TextGuards
{
    public static void Install(ScriptEngine engine, int longest)
    {
        var text = (ObjectInstance)engine.Native.Global.Get("String").Get("prototype");
        Guard("repeat", (self, given) => Length(self) * Count(given, 0));
        Guard("padStart", (_, given) => Count(given, 0));
        Guard("padEnd", (_, given) => Count(given, 0));
        Guard("concat", (self, given) => Length(self) + given.Sum(Length));
        Guard("replace", (self, given) => Replaced(self, given, once: true));
        Guard("replaceAll", (self, given) => Replaced(self, given, once: false));

        var list = engine.Native.Intrinsics.Array.PrototypeObject;
        Wrap(engine, list, "join", (self, given) => Joined(self, given.Length > 0 ? given[0] : null), longest);
        Wrap(engine, list, "toLocaleString", (self, _) => Joined(self, null), longest);

        void Guard(string name, Func<JsValue, JsValue[], double> length) => Wrap(engine, text, name, length, longest);
    }

    public static void InstallJson(ScriptEngine engine, int longest) =>
        Wrap(
            engine,
            (ObjectInstance)engine.Native.Global.Get("JSON"),
            "stringify",
            (_, given) => given.Length > 0 ? Measure(given[0], longest, 0) : 0,
            longest
        );

    private static void Wrap(
        ScriptEngine engine,
        ObjectInstance owner,
        string name,
        Func<JsValue, JsValue[], double> length,
        int longest
    )
    {
        var native = owner.Get(name);
        ScriptEngine.SetHidden(
            owner,
            name,
            new Jint.Runtime.Interop.ClrFunction(
                engine.Native,
                name,
                (self, given) =>
                    length(self, given) > longest
                        ? throw new ExpressionFailed($"'{name}' would make a text of more than {longest} characters.")
                        : native.Call(self, given)
            )
        );
    }

    private static double Length(JsValue value) => value is JsString text ? text.Length : 0;

    private static double Count(JsValue[] given, int place) =>
        place < given.Length && given[place] is JsNumber number ? number.AsNumber() : 0;

    // Each $ of a replacement may stand for all of the text.
    private static double Replaced(JsValue self, JsValue[] given, bool once)
    {
        if (given is not [JsString what, JsString with, ..])
        {
            return 0;
        }

        var replacement = with.ToString();
        var times = once ? 1 : Length(self) / Math.Max(1, what.Length) + 1;
        return Length(self) + times * (replacement.Length + replacement.Count(letter => letter == '$') * Length(self));
    }

    private static double Joined(JsValue list, JsValue? separator) =>
        list is ArrayInstance array
            ? Measure(array, double.MaxValue, 0)
                + Math.Max(0, Length(separator ?? JsValue.Undefined) - 1) * array.Count()
            : 0;

    private static double Measure(JsValue value, double longest, int depth)
    {
        switch (value)
        {
            case JsString text:
                return text.Length;
            case ObjectInstance when depth > FromScript.Deepest:
                return 0;
            case ArrayInstance list:
                var sum = 0d;
                foreach (var item in list)
                {
                    sum += 1 + Measure(item, longest - sum, depth + 1);
                    if (sum > longest)
                    {
                        break;
                    }
                }

                return sum;
            case JsObject members:
                return members
                    .GetOwnProperties()
                    .Sum(member =>
                        member.Value.IsDataDescriptor()
                            ? 1 + Length(member.Key) + Measure(member.Value.Value, longest, depth + 1)
                            : 1
                    );
            default:
                return 1;
        }
    }
}
