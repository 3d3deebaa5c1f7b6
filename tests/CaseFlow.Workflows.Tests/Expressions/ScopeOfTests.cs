using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Tests.Expressions;

/// <summary>A scope as a running workflow would give, with what the tests ask for.</summary>
internal sealed class ScopeOfTests : IExpressionScope
{
    private readonly SeededRandom _random = SeededRandom.For("i-1", 1);

    public Dictionary<string, object?> Variables { get; } =
        new(StringComparer.Ordinal)
        {
            ["status"] = "New",
            ["order_id"] = 7,
            ["cfg"] = new Dictionary<string, object?> { ["a"] = new Dictionary<string, object?> { ["c"] = "orig" } },
            ["wait"] = TimeSpan.FromMinutes(5),
            ["since"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            ["id"] = Guid.Parse("11111111-2222-3333-4444-555555555555"),
            ["bytes"] = new byte[] { 104, 105 },
            ["list"] = new List<object?> { 1, 2, 3 },
        };

    public Dictionary<string, object?> Given { get; } = new(StringComparer.Ordinal) { ["Name"] = "Zed" };

    public InstanceIdentity Instance { get; } = new("i-1", "d-1", "d-1-v3", 3);

    public DateTimeOffset Now { get; set; } = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public IReadOnlyDictionary<string, object?> Input => Given;

    public IEnumerable<string> InputNames => ["Name", "Missing"];

    public string? CorrelationId { get; set; } = "C-1";

    public string? InstanceName { get; set; } = "first";

    public object? LastResult => "last";

    public IEnumerable<string> VariableNames => Variables.Keys;

    public IEnumerable<ActivityOutputs> Outputs => [new ActivityOutputs("a1", "Ask customer", ["Result", "Answer"])];

    public ulong NextRandom() => _random.Next();

    public bool TryGetVariable(string name, out object? value) => Variables.TryGetValue(name, out value);

    public bool TryGetVariableById(string id, out object? value) => Variables.TryGetValue(id[2..], out value);

    public void SetVariable(string name, object? value) => Variables[name] = value;

    public bool TryGetOutput(string activity, string? output, out object? value)
    {
        value = $"{output ?? "Result"} of ask";
        return activity is "a1" or "Ask customer";
    }
}
