using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using JintEngine = Jint.Engine;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>The few .NET types that definitions name in scripts, as objects of the script: no type of .NET gets in.</summary>
internal static class DotNetTypes
{
    /// <summary>Written in JavaScript, since functions made by the engine can be called with <c>new</c>.</summary>
    private const string Source = """
        (function (native) {
          const time = (...parts) => new Date(Date.UTC(parts[0], (parts[1] ?? 1) - 1, parts[2] ?? 1, parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0, parts[6] ?? 0));
          const moments = make => Object.defineProperties(make, {
            Now: { get: () => new Date() },
            UtcNow: { get: () => new Date() },
            Today: { get: () => new Date(Math.floor(Date.now() / 86400000) * 86400000) },
            Parse: { value: text => native.moment(text) },
          });
          function TimeSpan(...p) {
            return p.length === 1 ? native.ticks(p[0])
              : p.length < 4 ? native.milliseconds(((p[0] * 60 + p[1]) * 60 + (p[2] ?? 0)) * 1000)
              : native.milliseconds((((p[0] * 24 + p[1]) * 60 + p[2]) * 60 + p[3]) * 1000 + (p[4] ?? 0));
          }
          Object.assign(TimeSpan, {
            FromDays: n => native.milliseconds(n * 86400000),
            FromHours: n => native.milliseconds(n * 3600000),
            FromMinutes: n => native.milliseconds(n * 60000),
            FromSeconds: n => native.milliseconds(n * 1000),
            FromMilliseconds: n => native.milliseconds(n),
            FromTicks: n => native.ticks(n),
            Parse: text => native.span(text),
            Zero: native.milliseconds(0),
          });
          function Guid(text) { return native.guid(text); }
          Object.assign(Guid, { Parse: Guid, NewGuid: () => native.newGuid(), Empty: native.guid('00000000-0000-0000-0000-000000000000') });
          function Random() {
            return {
              NextDouble: () => native.random(),
              Next: (low, high) => {
                const [from, to] = high === undefined ? [0, low ?? 2147483647] : [low, high];
                return from + Math.floor(native.random() * (to - from));
              },
            };
          }
          Random.Shared = Random();
          return {
            DateTime: moments(function DateTime(...parts) { return time(...parts); }),
            DateTimeOffset: moments(function DateTimeOffset(...parts) { return time(...parts); }),
            TimeSpan, Guid, Random,
            LogPersistenceMode: { Default: 'Default', Inherit: 'Inherit', Include: 'Include', Exclude: 'Exclude' },
          };
        })
        """;

    private static readonly Prepared<Acornima.Ast.Script> Prepared = JintEngine.PrepareScript(Source);

    public static ImmutableArray<string> Names { get; } =
    ["DateTime", "DateTimeOffset", "TimeSpan", "Guid", "Random", "LogPersistenceMode"];

    public static void Install(ScriptEngine engine, string name)
    {
        var native = new JsObject(engine.Native);
        Add(
            "milliseconds",
            given => engine.ToScript(TimeSpan.FromTicks((long)(given[0].AsNumber() * TimeSpan.TicksPerMillisecond)))
        );
        Add("ticks", given => engine.ToScript(TimeSpan.FromTicks((long)given[0].AsNumber())));
        Add(
            "span",
            given =>
                TimeSpan.TryParse(given[0].ToString(), CultureInfo.InvariantCulture, out var span)
                    ? engine.ToScript(span)
                    : throw engine.Error($"'{given[0]}' is no time span")
        );
        Add(
            "moment",
            given =>
                DateTimeOffset.TryParse(
                    given[0].ToString(),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var moment
                )
                    ? engine.ToScript(moment)
                    : throw engine.Error($"'{given[0]}' is no moment")
        );
        Add("guid", given => ScriptFunctions.All["parseGuid"](engine, given));
        Add("newGuid", _ => engine.ToScript(engine.NewGuid()));
        Add("random", _ => engine.NextDouble());

        var types = (ObjectInstance)engine.Native.Evaluate(Prepared).Call(native);
        engine.SetGlobal(name, types.Get(name));

        void Add(string member, Func<JsValue[], JsValue> function) =>
            native.FastSetDataProperty(member, engine.Function(member, function));
    }
}
