using System.Text.RegularExpressions;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.People;

/// <summary>What users and teams have to look like.</summary>
internal static partial class PeopleRules
{
    public const int MaxLength = 200;

    private const int MaxKeyLength = 100;
    private const int MaxCapacity = 10_000;
    private const int MaxSkills = 50;

    public static bool IsKey(string text) => text.Length <= MaxKeyLength && Key().IsMatch(text);

    /// <summary>Roles in a sentence.</summary>
    public static string Words(Role roles) => roles == Role.None ? "no role" : string.Join(", ", RoleNames.Of(roles));

    /// <summary>The roles of these names; or what is wrong with them.</summary>
    public static FieldError? ReadRoles(ImmutableArray<string>? names, out Role roles)
    {
        roles = Role.None;
        if (names is not { IsDefault: false } given)
        {
            return new FieldError(
                "roles",
                $"Say in 'roles' which ones: {string.Join(", ", RoleNames.All)}; none is []."
            );
        }

        foreach (var name in given)
        {
            if (RoleNames.Find(name ?? "") is not { } role)
            {
                return new FieldError(
                    "roles",
                    $"There is no role '{name}'; the roles are {string.Join(", ", RoleNames.All)}."
                );
            }

            roles |= role;
        }

        return null;
    }

    public static IEnumerable<FieldError> CheckKey(string? key)
    {
        if (key is null || !IsKey(key))
        {
            yield return new FieldError(
                "key",
                $"'key' is one to {MaxKeyLength} characters without spaces and without ':'; definitions name it."
            );
        }
    }

    public static IEnumerable<FieldError> CheckName(string field, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new FieldError(field, $"'{field}' is missing.");
        }
        else if (name.Length > MaxLength)
        {
            yield return new FieldError(field, $"'{field}' has more than {MaxLength} characters.");
        }
    }

    public static IEnumerable<FieldError> CheckWork(string? email, ImmutableArray<string>? skills, int? capacity)
    {
        if (email?.Length > MaxLength)
        {
            yield return new FieldError("email", $"'email' has more than {MaxLength} characters.");
        }

        if (capacity is < 0 or > MaxCapacity)
        {
            yield return new FieldError("capacity", $"'capacity' is from 0 to {MaxCapacity}.");
        }

        if (skills is { IsDefault: false } given && (given.Length > MaxSkills || given.Any(one => !IsSkill(one))))
        {
            yield return new FieldError(
                "skills",
                $"'skills' has at most {MaxSkills} names, lowercase words joined by '-', such as 'french'."
            );
        }
    }

    private static bool IsSkill(string? skill) => skill is { Length: <= 60 } && Skill().IsMatch(skill);

    [GeneratedRegex("^[^\\s:\\p{Cc}]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Key();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Skill();
}
