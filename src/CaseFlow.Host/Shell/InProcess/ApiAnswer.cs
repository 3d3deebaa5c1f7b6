using System.Text.Json;

namespace CaseFlow.Host.Shell.InProcess;

/// <summary>What the API answered to a page: a value, or why not.</summary>
/// <param name="Refusal">Null where it was done.</param>
/// <param name="ETag">Of the case as it now is.</param>
public sealed record ApiAnswer<T>(T? Value, ApiRefusal? Refusal, string? ETag)
{
    public bool IsDone => Refusal is null;
}

/// <summary>Why the API said no: its problem document.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">As docs/api.md lists them.</param>
/// <param name="Detail">A sentence in English that a person can act on.</param>
/// <param name="Body">The whole document: <c>missing</c>, <c>allowed</c>, <c>errors</c> and what else it holds.</param>
public sealed record ApiRefusal(int Status, string Code, string Detail, JsonElement Body)
{
    /// <summary>Everything that must be there first.</summary>
    public ImmutableArray<RefusedFor> Missing { get; } =
    [
        .. List(Body, "missing")
            .Select(one => new RefusedFor(Text(one, "kind")!, Text(one, "name")!, Text(one, "detail")!)),
    ];

    /// <summary>What is possible instead.</summary>
    public ImmutableArray<string> Allowed { get; } = [.. List(Body, "allowed").Select(one => one.GetString()!)];

    /// <summary>The fields that do not fit, each with why.</summary>
    public ImmutableArray<RefusedField> Errors { get; } =
    [
        .. List(Body, "errors")
            .Where(one => Text(one, "field") is not null)
            .Select(one => new RefusedField(Text(one, "field")!, Text(one, "detail")!)),
    ];

    /// <summary>What is wrong with a field, in the person's language and as it stands below the field; null where nothing is.</summary>
    public string? ErrorOf(string field) =>
        Errors.FirstOrDefault(error => error.Field == field) is { } wrong
            ? RefusalTexts.SayBelow(field, RefusalTexts.Say(wrong))
        : Missing.FirstOrDefault(one => one.Kind == "field" && one.Name == field) is { } missing
            ? RefusalTexts.Say(missing, RefusalTexts.This)
        : null;

    internal static ApiRefusal Read(int status, byte[] body)
    {
        var problem = body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body);
        return new(status, Text(problem, "code") ?? "", Text(problem, "detail") ?? $"HTTP {status}", problem);
    }

    private static string? Text(JsonElement problem, string name) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;

    private static JsonElement[] List(JsonElement problem, string name) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(name, out var value)
            ? [.. value.EnumerateArray()]
            : [];
}

/// <summary>One thing that must be there first.</summary>
public sealed record RefusedFor(string Kind, string Name, string Detail);

/// <summary>A field that does not fit.</summary>
public sealed record RefusedField(string Field, string Detail);
