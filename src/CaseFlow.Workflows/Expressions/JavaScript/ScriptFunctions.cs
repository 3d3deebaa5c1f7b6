using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CaseFlow.Workflows.Values;
using Jint;
using Jint.Native;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>The functions that every script may call.</summary>
internal static class ScriptFunctions
{
    public delegate JsValue ScriptFunction(ScriptEngine engine, JsValue[] arguments);

    public static FrozenDictionary<string, ScriptFunction> All { get; } =
        new Dictionary<string, ScriptFunction>(StringComparer.Ordinal)
        {
            ["getWorkflowDefinitionId"] = (engine, _) => engine.Scope.Instance.DefinitionId,
            ["getWorkflowDefinitionVersionId"] = (engine, _) => engine.Scope.Instance.DefinitionVersionId,
            ["getWorkflowDefinitionVersion"] = (engine, _) => engine.Scope.Instance.DefinitionVersion,
            ["getWorkflowInstanceId"] = (engine, _) => engine.Scope.Instance.InstanceId,
            ["getCorrelationId"] = (engine, _) => engine.ToScript(engine.Scope.CorrelationId),
            ["setCorrelationId"] = (engine, given) => Nothing(engine.Scope.CorrelationId = TextOrNull(given)),
            ["getWorkflowInstanceName"] = (engine, _) => engine.ToScript(engine.Scope.InstanceName),
            ["setWorkflowInstanceName"] = (engine, given) => Nothing(engine.Scope.InstanceName = TextOrNull(given)),
            ["getVariable"] = (engine, given) =>
                engine.ToScript(engine.Scope.TryGetVariable(Text(given), out var value) ? value : null),
            ["setVariable"] = (engine, given) => engine.SetVariable(Text(given), given.Length > 1 ? [given[1]] : []),
            ["getInput"] = (engine, given) => engine.ToScript(engine.Scope.Input.GetValueOrDefault(Text(given))),
            ["getOutputFrom"] = (engine, given) => engine.ReadOutput(Text(given), TextOrNull(given, 1)),
            ["getLastResult"] = (engine, _) => engine.ToScript(engine.Scope.LastResult),
            ["isNullOrWhiteSpace"] = (_, given) => string.IsNullOrWhiteSpace(TextOrNull(given)),
            ["isNullOrEmpty"] = (_, given) => string.IsNullOrEmpty(TextOrNull(given)),
            ["toJson"] = (engine, given) => ValueJson.Write(engine.FromScript(given.At(0))),
            ["parseGuid"] = (engine, given) =>
                Guid.TryParse(Text(given), out var id)
                    ? engine.ToScript(id)
                    : throw engine.Error($"'{Text(given)}' is no GUID"),
            ["newGuid"] = (engine, _) => engine.ToScript(engine.NewGuid()),
            ["newGuidString"] = NewGuidString,
            ["newShortGuid"] = NewShortGuid,
            ["getGuidString"] = NewGuidString,
            ["getShortGuid"] = NewShortGuid,
            ["bytesToString"] = (engine, given) => Encoding.UTF8.GetString(Bytes(engine, given)),
            ["bytesFromString"] = (engine, given) => engine.ToScript(Encoding.UTF8.GetBytes(Text(given))),
            ["bytesToBase64"] = (engine, given) => Convert.ToBase64String(Bytes(engine, given)),
            ["bytesFromBase64"] = (engine, given) => engine.ToScript(FromBase64(engine, given)),
            ["stringToBase64"] = (_, given) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(given))),
            ["stringFromBase64"] = (engine, given) => Encoding.UTF8.GetString(FromBase64(engine, given)),
            ["streamToBytes"] = (engine, given) => engine.ToScript(Bytes(engine, given)),
            ["streamToBase64"] = (engine, given) => Convert.ToBase64String(Bytes(engine, given)),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What only the script of an activity may call besides.</summary>
    public static FrozenDictionary<string, ScriptFunction> OfActivities { get; } =
        new Dictionary<string, ScriptFunction>(StringComparer.Ordinal)
        {
            ["setOutcome"] = (engine, given) => Nothing(engine.Outcomes = [Text(given)]),
            ["setOutcomes"] = (engine, given) =>
                Nothing(
                    engine.Outcomes = engine.FromScript(given.At(0)) is IList<object?> names
                        ? [.. names.Select(name => name is null ? "" : ValueText.Of(name))]
                        : throw engine.Error("setOutcomes takes a list of names")
                ),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static JsValue NewGuidString(ScriptEngine engine, JsValue[] given) =>
        engine.NewGuid().ToString("D", CultureInfo.InvariantCulture);

    // As many characters as carry 128 bits, none of which needs escaping in an address.
    private static JsValue NewShortGuid(ScriptEngine engine, JsValue[] given) =>
        Convert.ToBase64String(engine.NewGuid().ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] Bytes(ScriptEngine engine, JsValue[] given) =>
        ValueConverter.Convert(engine.FromScript(given.At(0)), new DeclaredType(ValueKind.Bytes)).Value as byte[]
        ?? throw engine.Error("these are no bytes");

    private static byte[] FromBase64(ScriptEngine engine, JsValue[] given)
    {
        var text = Text(given);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes[..length]
            : throw engine.Error("this is no base64");
    }

    private static string Text(JsValue[] given) => given.At(0).ToString();

    private static string? TextOrNull(JsValue[] given, int place = 0) =>
        given.At(place) is { } value && !value.IsNull() && !value.IsUndefined() ? value.ToString() : null;

    private static JsValue At(this JsValue[] given, int place) =>
        place < given.Length ? given[place] : JsValue.Undefined;

    private static JsValue Nothing(object? _) => JsValue.Undefined;
}
