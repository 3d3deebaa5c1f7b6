using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Running.Live;

/// <summary>A variable where it is declared.</summary>
internal sealed class Variable(string id, string name, DeclaredType type, object? value, bool isKept)
{
    public string Id => id;

    public string Name => name;

    public DeclaredType Type => type;

    public object? Value { get; private set; } = value;

    /// <summary>Whether it outlives a wait.</summary>
    public bool IsKept => isKept;

    /// <returns>Why it is not what was given, or null where it is.</returns>
    public string? Set(object? given)
    {
        var converted = ValueConverter.Convert(given, type);
        if (converted.IsFault)
        {
            throw new ActivityFailed($"Variable '{name}': {converted.Failure}");
        }

        Value = converted.Value ?? type.Default;
        return converted.Failure;
    }

    /// <summary>Brings back what was kept.</summary>
    public void Restore(object? kept) => Value = kept;
}
