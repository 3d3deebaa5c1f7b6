namespace CaseFlow.Engine.Processes.Yaml;

/// <summary>Stops composing at once: what follows would only cost time and memory.</summary>
internal sealed class YamlTooMuch(YamlPlace at, string code, string message) : Exception(message)
{
    public YamlPlace At { get; } = at;

    public string Code { get; } = code;
}
