using YamlDotNet.Core;

namespace CaseFlow.Engine.Processes.Yaml;

/// <summary>A single value: a text, a number, a yes or no, or nothing at all.</summary>
internal sealed record YamlScalar(YamlPlace Start, string Value) : YamlNode(Start)
{
    /// <summary>How it was written; numbers, flags and nothing are only recognized in plain ones.</summary>
    public ScalarStyle Style { get; init; } = ScalarStyle.Plain;

    /// <summary>The value with its quotes, escapes and line breaks, as it stands in the file.</summary>
    public string Written { get; init; } = "";

    // A long text counts for more, so that repeating it by aliases soon comes to an end.
    public override int Size => 1 + (Value.Length / 1_000);

    public override int Depth => 1;

    public override string Kind => IsNothing ? "nothing" : "a text";

    public bool IsPlain => Style == ScalarStyle.Plain;

    /// <summary>The key stands there with no value.</summary>
    public bool IsNothing => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>True or false where one is written, else null. As in YAML 1.2, <c>yes</c> and <c>on</c> are texts.</summary>
    public bool? Flag =>
        !IsPlain ? null
        : Value is "true" or "True" or "TRUE" ? true
        : Value is "false" or "False" or "FALSE" ? false
        : null;

    /// <summary>Where the character at this offset of <see cref="Value"/> stands in the file.</summary>
    public YamlPlace PlaceAt(int offset) => ScalarPlaces.Find(this, offset);
}
