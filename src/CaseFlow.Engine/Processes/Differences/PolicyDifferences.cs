using CaseFlow.Engine.Processes.Reading.Keys;

namespace CaseFlow.Engine.Processes.Differences;

/// <summary>What differs between the policies of two versions, as they are written.</summary>
internal static class PolicyDifferences
{
    public static void Find(DifferenceList list)
    {
        foreach (var policy in PolicyKeys.Section.Keys.Select(key => key.Name))
        {
            var (old, now) = (list.OldPlaces.Named("policies", policy), list.NewPlaces.Named("policies", policy));
            list.Value("policy", Written(old), Written(now), old, now, policy);
        }
    }

    private static string? Written(Said said) => said.Value is null ? null : said.Text;
}
