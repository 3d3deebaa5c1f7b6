namespace CaseFlow.Engine.Processes.Yaml;

/// <summary>The keys that stand together in one place so far.</summary>
internal sealed class YamlKeys(ProblemList problems)
{
    private readonly Dictionary<string, YamlPlace> places = new(StringComparer.Ordinal);

    /// <summary>Whether the key may be looked at further: one that stands twice may, and is reported.</summary>
    public bool Accept(YamlScalar key)
    {
        if (key is { Value: "<<", IsPlain: true })
        {
            problems.Add(key.Start, ProblemCodes.YamlFeature, "merging with '<<' is not supported; write the keys out");
            return false;
        }

        if (!places.TryAdd(key.Value, key.Start))
        {
            problems.Add(
                key.Start,
                ProblemCodes.DuplicateKey,
                $"'{key.Value}' stands here a second time; the first is in line {places[key.Value].Line}"
            );
        }

        return true;
    }
}
